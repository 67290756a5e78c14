import type { ListedCode, ListedFacts } from '#domain/roster/listed-person.ts'
import type { AddressProtection } from '#domain/patient/patient.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import { extractCodes } from '../texts/codes.ts'
import {
  findAddressProtection,
  isProtectionUnclear,
  parseProtection,
  strictest,
  withoutProtection,
} from '../texts/address-protection.ts'
import { shortened, tidy } from '../texts/cell-values.ts'
import { withoutPersonalNumbers } from '../texts/personal-numbers.ts'
import { type Place, splitAddress } from '../texts/split-address.ts'
import type { RowCells } from './row-cells.ts'

/**
 * Reads address and address protection, which may stand in a column of its own, in the address itself or
 * (`elsewhere`) in a remark or beside the name. The strictest word counts.
 */
export function readAddress(
  cells: RowCells,
  elsewhere: readonly (AddressProtection | null)[],
  warnings: ImportWarning[],
): { facts: Partial<ListedFacts>; codes: ListedCode[] } {
  const codes: ListedCode[] = []
  const open = (text: string) => {
    const { rest, codes: found } = extractCodes(text, 'address')
    codes.push(...found.map((code) => ({ label: rest || null, code })))
    return found.length === 0 ? text : rest
  }
  const streetText = withoutPersonalNumbers(withHouseNumber(cells))
  const inAddress = findAddressProtection(streetText)
  // What else stands there is her address: hidden, not lost.
  const street = open(inAddress === null ? streetText : withoutProtection(streetText))
  const place = placeOf(cells, street, warnings)
  const detail = openDetail(cells, open)
  const facts: Partial<ListedFacts> = {}
  if (cells.has('street', 'postalCode', 'city', 'postalPlace')) {
    const isEmpty = place.street === '' && place.postalCode === null && place.city === null
    facts.address = isEmpty && detail === null ? null : { ...place, detail }
  }
  const inColumns = cells.list('addressProtection').map(({ text, heading }) => {
    if (isProtectionUnclear(text, heading)) warnings.push(unclearProtection(heading, text))
    return parseProtection(text, heading)
  })
  const inPlaces = cells
    .list('addressDetail', 'postalCode', 'city', 'postalPlace')
    .map(({ text }) => findAddressProtection(text))
  const found = [...inColumns, inAddress, ...inPlaces, ...elsewhere].filter(
    (level) => level !== null,
  )
  if (cells.has('addressProtection') || found.length > 0) {
    facts.addressProtection = strictest(found)
  }
  return { facts, codes }
}

function unclearProtection(heading: string, text: string): ImportWarning {
  const value = shortened(text)
  return parseProtection(text, heading) === 'none'
    ? { kind: 'unclearValue', heading, value }
    : { kind: 'unclearValue', heading, value, because: 'protected' }
}

function openDetail(cells: RowCells, open: (text: string) => string): string | null {
  const texts = cells.list('addressDetail').map(({ text }) => withoutPersonalNumbers(text))
  return tidy(open(withoutProtection(texts.join(', ')))) || null
}

/** The number of the house may stand in columns of its own: without it a street finds nobody. */
function withHouseNumber(cells: RowCells): string {
  const street = cells.text('street')
  const number = [cells.text('houseNumber').replace(/[.,]0+$/, ''), cells.text('houseLetter')]
    .map(tidy)
    .filter((part) => part !== '')
    .join(' ')
  return street === '' || number === '' || tidy(street).endsWith(` ${number}`)
    ? street
    : `${street} ${number}`
}

function placeOf(cells: RowCells, street: string, warnings: ImportWarning[]): Place {
  const [codeCell] = cells.list('postalCode')
  const code = codeCell === undefined ? null : readPostalCode(codeCell.text)
  if (
    codeCell !== undefined &&
    code?.isKnown === false &&
    findAddressProtection(codeCell.text) === null
  ) {
    warnings.push({
      kind: 'unclearValue',
      heading: codeCell.heading,
      value: shortened(codeCell.text),
    })
  }
  const place = withoutProtection(cells.text('city', 'postalPlace'))
  const inPlace = readPostalCode(place)
  if (inPlace.isKnown) {
    return { street: tidy(street), postalCode: inPlace.postalCode, city: inPlace.city }
  }
  if (code !== null || place !== '') {
    const city = place || (code?.city ?? null)
    return { street: tidy(street), postalCode: code?.postalCode ?? null, city }
  }
  return splitAddress(street)
}

type PostalCode = { postalCode: string | null; city: string | null; isKnown: boolean }

/** «3210», «N-3210», «3210.0», «3210 Sandefjord», and «150», which a spreadsheet made of 0150. */
function readPostalCode(text: string): PostalCode {
  const found = /^(?:NO?-? ?)?(\d{3,4})(?:[.,]0+)?(?:[\s,]+(\p{L}.*))?$/u.exec(tidy(text))
  const [, digits, city] = found ?? []
  return digits === undefined
    ? {
        postalCode: findAddressProtection(text) === null ? tidy(text) : null,
        city: null,
        isKnown: false,
      }
    : { postalCode: digits.padStart(4, '0'), city: city ?? null, isKnown: true }
}
