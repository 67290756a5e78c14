import type { ColumnMapping, ReadColumn } from '#domain/roster/list-column.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { TableColumn } from '../cells/table-column.ts'
import { readHeader } from './read-header.ts'
import { type DelimitedRow, type Dialect, readDelimited } from '../file/read-delimited.ts'
import { unwrapRows } from '../file/unwrap-rows.ts'
import { maxTitleLength } from './title-length.ts'
import type { Separator } from '#domain/roster/list-format.ts'
import { maxColumns, maxRows, tableRefusal } from '../file/table-limits.ts'

export type FoundTable = {
  separator: Separator
  header: DelimitedRow
  /** The header as it stands, which a further page repeats. */
  headerRows: DelimitedRow[]
  /** What stands above the header: titles, print-out times. */
  titles: DelimitedRow[]
  rows: DelimitedRow[]
  /** Those that a blank line stands above: something else may begin there. */
  afterBlank: ReadonlySet<DelimitedRow>
}

/** A table of patients. */
export type Table = FoundTable & { columns: TableColumn[] }

const separators = [';', ',', '\t', '|'] as const
const maxTitleLines = 40
/** What is longer has no line of headings that anybody would read. */
const maxOpening = 100_000

type Found = {
  separator: Separator
  place: number
  height: 1 | 2
  known: number
  header: readonly DelimitedRow[]
}

/**
 * Finds the table of patients in a text.
 *
 * Refuses a text in which no row names a person and something more, and a table that is larger than any list.
 */
export function findTable(
  file: string,
  mapping: ColumnMapping | null,
): Result<Table, ImportRefusal> {
  const found = findTableBy(file, (row) => knownHeadings(row, mapping))
  if (!found.ok) return found
  return accepted({ ...found.value, columns: readHeader(found.value.header, mapping) })
}

/** Finds the separator and the row that give most known headings; at least two of them make a table. */
export function findTableBy(
  file: string,
  countKnown: (row: DelimitedRow) => number,
): Result<FoundTable, ImportRefusal> {
  const text = unwrapRows(file)
  const opening = firstLines(text, maxTitleLines + 10)
  let best: Found | null = null
  for (const separator of separators) {
    const rows = readDelimited(opening, { separator }).slice(0, maxTitleLines)
    for (const [place, row] of rows.entries()) {
      const known = countKnown(row)
      if (known > (best?.known ?? 1)) best = { separator, place, height: 1, known, header: [row] }
      const below = rows[place + 1]
      if (below === undefined || !continuesHeader(below)) continue
      const inBoth = countKnown(joinHeadings(row, below))
      if (inBoth > Math.max(best?.known ?? 1, known, countKnown(below))) {
        best = { separator, place, height: 2, known: inBoth, header: [row, below] }
      }
    }
  }
  if (best === null) return refused(noTable(opening))
  const tooLarge = tableRefusal(text, best.separator)
  if (tooLarge !== null) return refused(tooLarge)
  const all = readDelimited(text, dialectOf(best))
  const [first, second] = all.slice(best.place)
  if (first === undefined) return refused(noTable(opening))
  const header = best.height === 2 && second !== undefined ? joinHeadings(first, second) : first
  if (header.cells.length > maxColumns) {
    return refused({ kind: 'tooManyColumns', max: maxColumns })
  }
  const below = all.slice(best.place + best.height)
  const rows = below.filter((row) => !isBlank(row))
  const afterBlank = new Set(below.filter((_, place) => place > 0 && isBlank(below[place - 1])))
  if (rows.length > maxRows) return refused({ kind: 'tooManyRows', max: maxRows })
  return accepted({
    separator: best.separator,
    header,
    headerRows: all.slice(best.place, best.place + best.height),
    titles: all.slice(0, best.place),
    rows,
    afterBlank,
  })
}

/** How the file is written, by its header: how many cells a row has, and what stands around them. */
function dialectOf({ separator, header }: Found): Dialect {
  const columns = Math.max(...header.map(({ cells }) => cells.length))
  const isSingleQuoted = header.every(({ cells }) =>
    cells.every((cell) => /^\s*'[^']*'\s*$/.test(cell)),
  )
  return { separator, columns, quote: isSingleQuoted ? "'" : '"' }
}

/** Says which headings were found instead: of the line that has the most, if it has no numbers. */
function noTable(opening: string): ImportRefusal {
  if (opening.length > maxOpening) return { kind: 'noTable' }
  const rows = separators.flatMap((separator) =>
    readDelimited(opening, { separator }).slice(0, maxTitleLines),
  )
  const headings = rows
    .filter(({ raw }) => raw.length <= maxTitleLength && !/\d/.test(raw))
    .map(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))
    .toSorted((a, b) => b.length - a.length)[0]
  return headings === undefined || headings.length < 2
    ? { kind: 'noTable' }
    : { kind: 'noTable', headings }
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

function isBlank(row: DelimitedRow | undefined): boolean {
  return row === undefined || row.cells.every((cell) => cell.trim() === '')
}

/** How many different columns a row names; 0 when none of them says who a person is. */
function knownHeadings(row: DelimitedRow, mapping: ColumnMapping | null): number {
  const columns = new Set(readHeader(row, mapping).map(({ column }) => column))
  columns.delete(null)
  const namesPerson = identifying.some((column) => columns.has(column))
  return namesPerson ? columns.size : 0
}

export const identifying: readonly ReadColumn[] = [
  'name',
  'nameFamilyFirst',
  'familyName',
  'givenName',
  'personalNumber',
  'ehrId',
]
