import { foldText } from '#domain/base/folded-text.ts'
import type { ReadColumn } from '#domain/roster/list-column.ts'
import { parseYesNo } from '../texts/cell-values.ts'
import { readGender } from '../texts/read-gender.ts'
import type { ReadContext } from '../people/read-context.ts'
import type { Table } from './find-table.ts'
import type { DelimitedRow } from '../file/read-delimited.ts'

/** What a cell's text alone shows it to be. */
type CellKind =
  | 'name'
  | 'date'
  | 'personalNumber'
  | 'phone'
  | 'postalCode'
  | 'zone'
  | 'gender'
  | 'yesNo'
  | 'id'

const kindsByColumn: Partial<Record<ReadColumn, CellKind>> = {
  name: 'name',
  nameFamilyFirst: 'name',
  kin: 'name',
  doctor: 'name',
  ehrId: 'id',
  bornOn: 'date',
  personalNumber: 'personalNumber',
  phone: 'phone',
  kinPhone: 'phone',
  doctorPhone: 'phone',
  postalCode: 'postalCode',
  zone: 'zone',
  gender: 'gender',
  livesAlone: 'yesNo',
}

/** These are like nothing else that a list holds: one of them beside its place is enough. */
const sureKinds: ReadonlySet<CellKind> = new Set(['date', 'personalNumber'])

/**
 * Answers whether a row's cells stand beside their columns, because a separator too much or too few stands before
 * them: the birth date under zone, the zone under services. Nobody is read from such a row.
 */
export function shiftFinder(
  table: Table,
  zones: ReadContext['zones'],
): (row: DelimitedRow) => boolean {
  const knownZones = new Set(zones.flatMap(({ id, name }) => [foldText(id), foldText(name ?? id)]))
  for (const zone of frequentZones(table)) knownZones.add(zone)
  const fits = (kind: CellKind, text: string): boolean =>
    kind === 'zone' ? knownZones.has(foldText(text)) : patterns[kind](text)
  const kinds = table.columns.map(({ column }, place) =>
    column === null || column === 'remark'
      ? usualKind(table, place, fits)
      : (kindsByColumn[column] ?? null),
  )
  return (row) => {
    const textAt = (place: number) => (row.cells[place] ?? '').trim()
    return (
      isNameCutInTwo(row, table) ||
      steps.some((step) => {
        const shifted = kinds.filter((kind, place): kind is CellKind => {
          const [own, beside] = [textAt(place), textAt(place + step)]
          // An id may be anything.
          if (kind === null || kind === 'id' || beside === '') return false
          if (own !== '' && (fits(kind, own) || mayBe(kind, own))) return false
          const besideKind = kinds[place + step] ?? null
          const isBesideAtHome = besideKind !== null && fits(besideKind, beside)
          return besideKind !== kind && !isBesideAtHome && fits(kind, beside)
        })
        return shifted.some((kind) => sureKinds.has(kind)) || new Set(shifted).size >= 2
      })
    )
  }
}

const steps = [1, 2, -1] as const

/** A number that is rounded, cut or written in another way is still in its place. */
function mayBe(kind: CellKind, text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length
  if (kind === 'date') return digits >= 4 && !patterns.phone(text) && !patterns.postalCode(text)
  return (kind === 'personalNumber' || kind === 'phone') && digits >= 5 && !patterns.date(text)
}

const dateForm = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:\s.*)?$/

const patterns = {
  // Whose name is written in another way is no misfit: it needs a second one.
  name: (text) => /^\p{Lu}[\p{L}' .-]+, ?\p{Lu}[\p{L}' .-]+$/u.test(text),
  date: (text) => dateForm.test(text),
  personalNumber: (text) => /^\d{10,12}$/.test(text.replaceAll(/[\s.'-]/g, '')),
  phone: (text) => /^[+\d\s()/-]{8,20}$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 8,
  postalCode: (text) => /^(?:NO?-)?\d{3,4}$/.test(text),
  id: (text) => /\d/.test(text) && !/[\s,]\p{L}{2}/u.test(text) && !dateForm.test(text),
  gender: (text) => readGender(text) !== null,
  yesNo: (text) => parseYesNo(text) !== null,
} satisfies Record<Exclude<CellKind, 'zone'>, (text: string) => boolean>

const maxSample = 300
/** Fewer cells tell nothing of what a column usually holds. */
const minSample = 4

/** A column that is not ours may hold dates or phones of its own. */
function usualKind(
  { rows }: Table,
  place: number,
  fits: (kind: CellKind, text: string) => boolean,
): CellKind | null {
  const texts = rows
    .slice(0, maxSample)
    .map(({ cells }) => (cells[place] ?? '').trim())
    .filter((text) => text !== '')
  const kinds = ['date', 'personalNumber', 'phone', 'postalCode'] as const
  if (texts.length < minSample) return null
  return (
    kinds.find((kind) => texts.filter((text) => fits(kind, text)).length * 2 > texts.length) ?? null
  )
}

function frequentZones({ rows, columns }: Table): string[] {
  const place = columns.findIndex(({ column }) => column === 'zone')
  const counts = new Map<string, number>()
  for (const { cells } of place === -1 ? [] : rows.slice(0, maxSample)) {
    const text = cells[place] ?? ''
    if (!/\p{L}/u.test(text)) continue
    counts.set(foldText(text), (counts.get(foldText(text)) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 2).map(([zone]) => zone)
}

const nameColumns: ReadonlySet<ReadColumn | null> = new Set(['name', 'nameFamilyFirst'])

/** «Hansen, Kari» without quotes in a list that is parted by commas leaves « Kari» in the next cell. */
function isNameCutInTwo({ cells }: DelimitedRow, { columns, header, separator }: Table): boolean {
  if (separator !== ',') return false
  const place = columns.findIndex(({ column }) => nameColumns.has(column))
  const [name = '', further = ''] = [cells[place], cells[place + 1]]
  const isUsual = header.cells[place + 1]?.startsWith(' ') === true
  return !isUsual && /^[^,]*\p{L}$/u.test(name) && /^ \p{Lu}[\p{L} .-]*$/u.test(further)
}
