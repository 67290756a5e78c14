import { listWords } from '#content/list-words.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { type PersonalNumber, readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import type { PersonName } from '#domain/patient/patient.ts'
import type { ReadServices } from '#domain/roster/service-tokens.ts'
import { parseBirthDate } from './birth-date.ts'
import { shortened, tidy } from './cell-values.ts'
import { splitName } from './split-name.ts'
import { readFacts } from './read-facts.ts'
import type { RowCells } from './row-cells.ts'

export type RowContext = { today: LocalDate; readServices: ReadServices }

export type ReadRow = {
  /** A row may lack its name and still belong to a person read above: then family and given are empty. */
  person: ListedPerson
  warnings: ImportWarning[]
}

export function readRow(cells: RowCells, line: number, context: RowContext): ReadRow {
  const warnings: ImportWarning[] = []
  const facts = readFacts(cells, context.readServices)
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
  return { person, warnings: [...warnings, ...statusWarnings(cells), ...formulaWarnings(cells)] }
}

function readName(cells: RowCells): PersonName {
  const given = tidy(`${cells.text('givenName')} ${cells.text('middleName')}`)
  const family = tidy(cells.text('familyName'))
  if (given !== '') return { family, given }
  if (family !== '')
    return family.includes(',') ? splitName(family, 'familyFirst') : { family, given }
  const familyFirst = cells.text('nameFamilyFirst')
  if (familyFirst !== '') return splitName(familyFirst, 'familyFirst')
  return splitName(cells.text('name'), 'givenFirst')
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

function formulaWarnings(cells: RowCells): ImportWarning[] {
  const named = cells.list(
    'name',
    'nameFamilyFirst',
    'familyName',
    'givenName',
    'street',
    'remark',
    'kin',
  )
  return named
    .filter(({ text }) => /^[=@]|^[+-][^\d\s]/.test(text))
    .map(({ heading }) => ({ kind: 'formulaLike' as const, heading }))
}
