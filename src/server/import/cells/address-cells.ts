import type { ListedCode, ListedFacts } from '#domain/roster/listed-person.ts'
import type { AddressProtection } from '#domain/patient/patient.ts'
import { extractCode } from './access-cells.ts'
import {
  findAddressProtection,
  findProtection,
  parseProtection,
  strictest,
  withoutProtection,
} from './address-protection.ts'
import { tidy } from './cell-values.ts'
import type { RowCells } from './row-cells.ts'

/**
 * Reads address and address protection, which may stand in a column of its own, in the address itself or
 * (`elsewhere`) in a remark. The strictest word counts.
 */
export function readAddress(
  cells: RowCells,
  elsewhere: readonly (AddressProtection | null)[],
): { facts: Partial<ListedFacts>; codes: ListedCode[] } {
  const codes: ListedCode[] = []
  const open = (text: string) => {
    const { rest, code } = extractCode(text)
    if (code !== null) codes.push({ label: rest || null, code })
    return rest
  }
  const streetText = cells.text('street')
  const inAddress = findAddressProtection(streetText)
  // What else stands there is her address: hidden, not lost.
  const street = open(inAddress === null ? streetText : withoutProtection(streetText))
  const { postalCode, city, street: streetAlone } = splitPlace(cells, street)
  const detail =
    open(
      cells
        .list('addressDetail')
        .map(({ text }) => text)
        .join(', '),
    ) || null
  const facts: Partial<ListedFacts> = {}
  if (cells.has('street', 'postalCode', 'city', 'postalPlace')) {
    const isEmpty = streetAlone === '' && postalCode === null && city === null
    facts.address = isEmpty ? null : { street: streetAlone, postalCode, city, detail }
  }
  const inColumns = cells
    .list('addressProtection')
    .map(({ text, heading }) => parseProtection(text, heading))
  const inPlaces = cells
    .list('addressDetail', 'postalCode', 'city', 'postalPlace')
    .map(({ text }) => findProtection(text))
  const found = [...inColumns, inAddress, ...inPlaces, ...elsewhere].filter(
    (level) => level !== null,
  )
  if (cells.has('addressProtection') || found.length > 0) {
    facts.addressProtection = strictest(found)
  }
  return { facts, codes }
}

function splitPlace(
  cells: RowCells,
  street: string,
): { street: string; postalCode: string | null; city: string | null } {
  const code = tidy(cells.text('postalCode'))
  const place = tidy(cells.text('city', 'postalPlace'))
  const inPlace = /^(?:N-|NO-)?(\d{4})\s+(.+)$/.exec(place)
  if (inPlace !== null) {
    return { street: tidy(street), postalCode: inPlace[1] ?? null, city: inPlace[2] ?? null }
  }
  if (code !== '' || place !== '') {
    return { street: tidy(street), postalCode: code || null, city: place || null }
  }
  const inStreet = /^(.*?)\s*[,\n]\s*(\d{4})\s+(\p{L}.*)$/su.exec(street)
  return inStreet === null
    ? { street: tidy(street), postalCode: null, city: null }
    : {
        street: tidy(inStreet[1] ?? ''),
        postalCode: inStreet[2] ?? null,
        city: tidy(inStreet[3] ?? ''),
      }
}
