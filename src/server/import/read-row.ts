import { readPersonalNumber } from '#domain/fodselsnummer.ts'
import type { ImportWarning } from '#domain/import-problem.ts'
import type { LocalDate } from '#domain/instant.ts'
import type { ListedPerson } from '#domain/listed-person.ts'
import type { PersonName } from '#domain/patient.ts'
import type { PersonalNumber } from '#domain/fodselsnummer.ts'
import type { ReadServices } from '#domain/service-tokens.ts'
import { parseBirthDate, splitName, tidy } from './cell-values.ts'
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
  return { person, warnings: [...warnings, ...formulaWarnings(cells)] }
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
  const text = cells.text('personalNumber')
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
  warnings.push({ kind: 'personalNumber', value: shortened(number.value) })
  return number
}

export function shortened(text: string): string {
  const line = tidy(text)
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

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
