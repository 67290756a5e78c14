import { listWords } from '#content/list-words.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { type PersonalNumber, readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import type { PersonName } from '#domain/patient/patient.ts'
import { parseBirthDate } from '../texts/birth-date.ts'
import { shortened, tidy } from '../texts/cell-values.ts'
import { splitName } from '../texts/split-name.ts'
import { readFacts } from './read-facts.ts'
import type { RowCells } from './row-cells.ts'
import type { RowContext } from './row-context.ts'
import { isPersonalNumber } from '../texts/personal-numbers.ts'
import { withoutProtection, findProtection } from '../texts/address-protection.ts'
import type { ListedFacts } from '#domain/roster/listed-person.ts'

export type ReadRow = {
  /** A row may lack its name and still belong to a person read above: then family and given are empty. */
  person: ListedPerson
  warnings: ImportWarning[]
  /** What is lost with a row that names nobody. */
  leftOut?: string
  /** The services of a row that has nothing else: it may go on about the person above. */
  continued?: { heading: string; value: string }
}

export function readRow(cells: RowCells, line: number, context: RowContext): ReadRow {
  const warnings: ImportWarning[] = []
  const facts = readFacts(cells, context)
  warnings.push(...facts.warnings)
  const person = {
    line,
    name: readName(cells),
    bornOn: readBirthDate(cells, context.today, warnings),
    personalNumber: readNumber(cells, warnings),
    ehrId: tidy(cells.text('ehrId')) || null,
    zoneName: tidy(cells.text('zone')) || null,
    facts: facts.facts,
  }
  warnings.push(
    ...statusWarnings(cells),
    ...formulaWarnings(cells),
    ...errorWarnings(cells),
    ...lostLetterWarnings(cells),
  )
  return withoutName({ person: withOwnNumber(person), warnings }, cells)
}

/** A personal number in the column of the record system's id is hers, and shown as such nowhere. */
function withOwnNumber(person: ListedPerson): ListedPerson {
  const { ehrId, personalNumber } = person
  if (ehrId === null || !isPersonalNumber(ehrId)) return person
  return { ...person, ehrId: null, personalNumber: personalNumber ?? readPersonalNumber(ehrId) }
}

/** What a row without a name says nonetheless. */
function withoutName(row: ReadRow, cells: RowCells): ReadRow {
  const { family, given } = row.person.name
  if (foldText(family + given) !== '') return row
  const filled = cells.list(...contentColumns)
  if (filled.length === 0) return row
  const leftOut = filled.map(({ heading, text }) => `${heading}: ${shortened(text)}`).join('; ')
  const [first] = filled
  const isContinuation =
    cells.filledCount === filled.length &&
    filled.every(({ column }) => column === 'services') &&
    row.warnings.length === 0 &&
    (row.person.facts.services?.length ?? 0) > 0
  if (first === undefined || !isContinuation) return { ...row, leftOut }
  const facts: Partial<ListedFacts> = { services: row.person.facts.services ?? [] }
  const continued = {
    heading: first.heading,
    value: shortened(filled.map(({ text }) => text).join(', ')),
  }
  return { person: { ...row.person, facts }, warnings: [], leftOut, continued }
}

/** What a nurse would miss, and what may stand in a log. */
const contentColumns = [
  'services',
  'device',
  'doseTimes',
  'supervisionTimes',
  'batteryTime',
] as const

function errorWarnings(cells: RowCells): ImportWarning[] {
  return cells.errors.map(({ heading, text }) => ({
    kind: 'unclearValue',
    heading,
    value: text,
    because: 'spreadsheetError',
  }))
}

/** «M?hte», «S?mmol, ?nne»: a letter that the encoding of the export did not have. */
function lostLetterWarnings(cells: RowCells): ImportWarning[] {
  return cells
    .list(...namedColumns)
    .filter(
      ({ text }) => /\p{L}\?+\p{L}|(?<![\p{L}\d])\?+\p{L}/u.test(text) || text.includes('\ufffd'),
    )
    .map(({ heading, text }) => ({
      kind: 'unclearValue',
      heading,
      value: shortened(text),
      because: 'lostLetter',
    }))
}

function readName(cells: RowCells): PersonName {
  const given = nameText(`${cells.text('givenName')} ${cells.text('middleName')}`)
  const family = nameText(cells.text('familyName'))
  if (given !== '') return { family, given }
  if (family !== '')
    return family.includes(',') ? splitName(family, 'familyFirst') : { family, given }
  const familyFirst = nameText(cells.text('nameFamilyFirst'))
  if (familyFirst !== '') return splitName(familyFirst, 'familyFirst')
  return splitName(nameText(cells.text('name')), 'givenFirst')
}

/** A name without «(kode 6)» beside it. */
function nameText(text: string): string {
  return findProtection(text) === null ? tidy(text) : withoutProtection(text)
}

function readBirthDate(
  cells: RowCells,
  today: LocalDate,
  warnings: ImportWarning[],
): LocalDate | null {
  const text = cells.text('bornOn')
  if (text === '') return null
  const bornOn = parseBirthDate(text, today)
  if (bornOn === null) warnings.push({ kind: 'birthDate', value: shortened(text) })
  return bornOn
}

function readNumber(cells: RowCells, warnings: ImportWarning[]): PersonalNumber | null {
  const text = withoutSpreadsheetSigns(cells.text('personalNumber'))
  if (text === '') return null
  const number = readPersonalNumber(text)
  if (number.valid) return number
  // A spreadsheet takes the leading zero away.
  if (/^\d{10}$/.test(number.value)) {
    const restored = readPersonalNumber(`0${number.value}`)
    if (restored.valid) {
      warnings.push({ kind: 'leadingZero' })
      return restored
    }
  }
  const kind = /^\d[.,]\d+E\+?\d+$/i.test(text) ? 'shortenedNumber' : 'personalNumber'
  warnings.push({ kind, value: shortened(number.value) })
  return number
}

/** «'01010112345», «=01010112345» and «1010112345,00» are how spreadsheets mark or show a number. */
function withoutSpreadsheetSigns(text: string): string {
  return text.replace(/^['=]+(?=\d)/, '').replace(/^(\d{10,11})[.,]0+$/, '$1')
}

/** Somebody who is dead or has no service any more may still be listed: what that means is for a person to decide. */
function statusWarnings(cells: RowCells): ImportWarning[] {
  return cells
    .list('status')
    .filter(({ text }) => !activeWords.has(foldText(text)))
    .map(({ text }) => ({ kind: 'inactive', status: shortened(text) }))
}

const activeWords = new Set(listWords.active.map(foldText))

const namedColumns = [
  'name',
  'nameFamilyFirst',
  'familyName',
  'givenName',
  'street',
  'remark',
  'kin',
] as const

function formulaWarnings(cells: RowCells): ImportWarning[] {
  return cells
    .list(...namedColumns)
    .filter(({ text }) => /^[=@]|^[+-][^\d\s]/.test(text))
    .map(({ heading }) => ({ kind: 'formulaLike' as const, heading }))
}
