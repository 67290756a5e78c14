import { foldText } from '#domain/base/folded-text.ts'
import type { ColumnMapping, ListColumn } from '#domain/roster/list-column.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { TableColumn } from '../cells/table-column.ts'
import { findColumn, isInHours } from './find-column.ts'
import { type DelimitedRow, readDelimited } from '../file/read-delimited.ts'
import type { Separator } from '#domain/roster/list-format.ts'
import { maxColumns, maxRows, tableRefusal } from '../file/table-limits.ts'

export type Table = {
  separator: Separator
  header: DelimitedRow
  /** The header as it stands, which a further page repeats. */
  headerRows: DelimitedRow[]
  columns: TableColumn[]
  /** What stands above the header: titles, print-out times. */
  titles: DelimitedRow[]
  rows: DelimitedRow[]
}

const separators = [';', ',', '\t', '|'] as const
const maxTitleLines = 40
/** What is longer is neither a title nor a heading, and must not keep the server busy. */
export const maxTitleLength = 500

type Found = { separator: Separator; place: number; height: 1 | 2; known: number }

/**
 * Finds the table in a text: the separator and the row that give most known headings.
 *
 * Refuses a text in which no row names a person and something more, and a table that is larger than any list.
 */
export function findTable(
  text: string,
  mapping: ColumnMapping | null,
): Result<Table, ImportRefusal> {
  const opening = firstLines(text, maxTitleLines + 10)
  let best: Found | null = null
  for (const separator of separators) {
    const rows = readDelimited(opening, separator).slice(0, maxTitleLines)
    for (const [place, row] of rows.entries()) {
      const known = knownHeadings(row, mapping)
      if (known > (best?.known ?? 1)) best = { separator, place, height: 1, known }
      const below = rows[place + 1]
      if (below === undefined || !continuesHeader(below)) continue
      const inBoth = knownHeadings(joinHeadings(row, below), mapping)
      if (inBoth > Math.max(best?.known ?? 1, known, knownHeadings(below, mapping))) {
        best = { separator, place, height: 2, known: inBoth }
      }
    }
  }
  if (best === null) return refused({ kind: 'noTable' })
  const tooLarge = tableRefusal(text, best.separator)
  if (tooLarge !== null) return refused(tooLarge)
  const all = readDelimited(text, best.separator)
  const [first, second] = all.slice(best.place)
  if (first === undefined) return refused({ kind: 'noTable' })
  const header = best.height === 2 && second !== undefined ? joinHeadings(first, second) : first
  if (header.cells.length > maxColumns) {
    return refused({ kind: 'tooManyColumns', max: maxColumns })
  }
  const rows = all.slice(best.place + best.height).filter((row) => !isBlank(row))
  if (rows.length > maxRows) return refused({ kind: 'tooManyRows', max: maxRows })
  return accepted({
    separator: best.separator,
    header,
    headerRows: all.slice(best.place, best.place + best.height),
    columns: readHeader(header, mapping),
    titles: all.slice(0, best.place),
    rows,
  })
}

/** The lower line of a header has words only: no row about a person is without a digit or a full line of cells. */
function continuesHeader({ cells, raw }: DelimitedRow): boolean {
  return !/\d/.test(raw) && cells.some((cell) => cell.trim() !== '')
}

/** «Fødsels-» above «nummer», «Nærmeste» above «pårørende». */
function joinHeadings(upper: DelimitedRow, lower: DelimitedRow): DelimitedRow {
  const width = Math.max(upper.cells.length, lower.cells.length)
  const cells = Array.from({ length: width }, (_, place) =>
    `${(upper.cells[place] ?? '').trim()} ${(lower.cells[place] ?? '').trim()}`
      .trim()
      .replace('- ', ''),
  )
  return { ...upper, cells }
}

function firstLines(text: string, count: number): string {
  let end = 0
  for (let line = 0; line < count && end < text.length; line++) {
    const next = text.slice(end).search(/\r\n|\r|\n/)
    if (next === -1) return text
    end += next + 1
  }
  return text.slice(0, end)
}

function isBlank(row: DelimitedRow): boolean {
  return row.cells.every((cell) => cell.trim() === '')
}

/** How many different columns a row names; 0 when none of them says who a person is. */
function knownHeadings(row: DelimitedRow, mapping: ColumnMapping | null): number {
  const columns = new Set(readHeader(row, mapping).map(({ column }) => column))
  columns.delete(null)
  const namesPerson = identifying.some((column) => columns.has(column))
  return namesPerson ? columns.size : 0
}

const identifying: readonly ListColumn[] = [
  'name',
  'nameFamilyFirst',
  'familyName',
  'givenName',
  'personalNumber',
  'ehrId',
]

function readHeader(header: DelimitedRow, mapping: ColumnMapping | null): TableColumn[] {
  const mapped = new Map(
    Object.entries(mapping ?? {}).map(([heading, column]) => [foldText(heading), column]),
  )
  const columns: TableColumn[] = []
  for (const cell of withoutEmptyTail(header.cells)) {
    const heading = cell.length > maxTitleLength ? '' : cell.replaceAll(/\s+/g, ' ').trim()
    const own = mapped.get(foldText(heading))
    const column = own === undefined ? belongingTo(columns, findColumn(heading)) : own
    columns.push({
      heading,
      column: column === 'ignored' ? null : column,
      isInHours: isInHours(heading),
    })
  }
  return columns
}

function withoutEmptyTail(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1)
}

/** A bare «Telefon» right after the next of kin or the doctor is theirs. */
function belongingTo(before: readonly TableColumn[], column: ListColumn | null): ListColumn | null {
  if (column !== 'phone') return column
  const previous = before.at(-1)?.column
  if (previous === 'kin' || previous === 'kinRelation') return 'kinPhone'
  if (previous === 'doctor' || previous === 'doctorOffice') return 'doctorPhone'
  return column
}
