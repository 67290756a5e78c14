import { foldText } from '#domain/base/folded-text.ts'
import type { ColumnMapping, ReadColumn } from '#domain/roster/list-column.ts'
import type { TableColumn } from '../cells/table-column.ts'
import type { DelimitedRow } from '../file/read-delimited.ts'
import { findColumn, isInHours } from './find-column.ts'
import { maxTitleLength } from './title-length.ts'

/** What the columns of a table hold, by their headings, their neighbours and a municipality's own mapping. */
export function readHeader(header: DelimitedRow, mapping: ColumnMapping | null): TableColumn[] {
  const mapped = new Map(
    Object.entries(mapping ?? {}).map(([heading, column]) => [foldText(heading), column]),
  )
  const columns: TableColumn[] = []
  for (const cell of withoutEmptyTail(header.cells)) {
    const heading = cell.length > maxTitleLength ? '' : cell.replaceAll(/\s+/g, ' ').trim()
    const own = mapped.get(foldText(heading))
    const column = own === undefined ? belongingTo(columns, heading) : own
    columns.push({
      heading,
      column: column === 'ignored' ? null : column,
      isInHours: isInHours(heading),
      isRepeated: false,
    })
  }
  return withoutRepeated(columns)
}

function withoutEmptyTail(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1)
}

/** «Tlf bruker» says whose it is, wherever it stands. */
function isPatientsOwn(heading: string): boolean {
  return /bruker|brukar|pasient|mottak|patient|client/.test(foldText(heading))
}

/** A bare «Telefon» right after the next of kin or the doctor is theirs, and a bare «Nr» after the street is the house's. */
function belongingTo(before: readonly TableColumn[], heading: string): ReadColumn | null {
  const column = findColumn(heading)
  const previous = before.at(-1)?.column
  if (previous === 'street' && foldText(heading) === 'nr') return 'houseNumber'
  if (column !== 'phone' || isPatientsOwn(heading)) return column
  if (previous === 'kin' || previous === 'kinRelation') return 'kinPhone'
  if (previous === 'doctor' || previous === 'doctorOffice') return 'doctorPhone'
  return column
}

/** Of what a person has only one, a second column is about somebody or something else: a spouse, a cabin. */
const single: ReadonlySet<ReadColumn> = new Set([
  'personalNumber',
  'ehrId',
  'name',
  'nameFamilyFirst',
  'familyName',
  'givenName',
  'bornOn',
  'street',
  'postalCode',
  'city',
  'postalPlace',
  'zone',
  'gender',
  'livesAlone',
  'doctor',
])

function withoutRepeated(columns: readonly TableColumn[]): TableColumn[] {
  const taken = new Map<ReadColumn, number>()
  for (const [place, { column, heading }] of columns.entries()) {
    if (column === null || !single.has(column)) continue
    const isNamedSo = column === 'zone' && foldText(heading) === 'sone'
    if (!taken.has(column) || isNamedSo) taken.set(column, place)
  }
  const read: TableColumn[] = []
  for (const [place, found] of columns.entries()) {
    const { column, heading } = found
    const own = column === null ? undefined : taken.get(column)
    const isFurther = own !== undefined && own !== place
    const previous = read.at(-1)
    const isBarePhone = column === 'phone' && !isPatientsOwn(heading)
    if (isFurther && column === 'name' && isKin(columns, place)) {
      read.push({ ...found, column: 'kin' })
    } else if (isBarePhone && previous?.column === 'kin') {
      read.push({ ...found, column: 'kinPhone' })
    } else if (isFurther || (isBarePhone && isSomebodyElse(previous))) {
      read.push({ ...found, column: null, isRepeated: true })
    } else read.push(found)
  }
  return read
}

/** A further name beside a relation is the next of kin's. */
function isKin(columns: readonly TableColumn[], place: number): boolean {
  const beside = columns.slice(Math.max(0, place - 1), place + 4).map(({ column }) => column)
  return beside.includes('kinRelation') && columns.every(({ column }) => column !== 'kin')
}

/** Whose name is not read, hers is no phone to ring the patient by. */
function isSomebodyElse(previous: TableColumn | undefined): boolean {
  return previous?.isRepeated === true && namesPerson.has(findColumn(previous.heading))
}

const namesPerson: ReadonlySet<ReadColumn | null> = new Set([
  'name',
  'nameFamilyFirst',
  'familyName',
  'givenName',
])
