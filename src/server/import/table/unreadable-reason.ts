import { foldText } from '#domain/base/folded-text.ts'
import type { UnreadableReason } from '#domain/roster/import-problem.ts'
import { maxTitleLength, type Table } from './find-table.ts'
import type { DelimitedRow } from '../file/read-delimited.ts'

const maxCellLength = 10_000

/** Why a row cannot be about a person; null when it can. */
export function unreadableReason(
  row: DelimitedRow,
  table: Table,
  mayBeShort: boolean,
): UnreadableReason | null {
  const { columns, headerRows, titles } = table
  if (headerRows.some((header) => isSameRow(row, header))) return { kind: 'repeatedHeader' }
  const cells = columnCount(row)
  const isFooter = cells <= 2 && footer.test(row.raw.slice(0, maxTitleLength))
  if (isFooter || (filledCells(row) <= 2 && titles.some((title) => isSameTitle(row, title)))) {
    return { kind: 'footer' }
  }
  if (row.cells.length < columns.length && !mayBeShort) {
    return { kind: 'torn', cells: row.cells.length, columns: columns.length }
  }
  if (cells > columns.length) return { kind: 'tooManyColumns', cells, columns: columns.length }
  const long = row.cells.findIndex((cell) => cell.length > maxCellLength)
  return long === -1 ? null : { kind: 'cellTooLong', heading: columns[long]?.heading ?? '' }
}

/** Some programs write no separators for what is empty at the end. Then a short row is no torn row. */
export function leavesOutEmptyTails({ rows, columns }: Table): boolean {
  const short = rows.filter(({ cells }) => cells.length < columns.length).length
  return short >= 3 && short > rows.length / 5
}

export function filledCells(row: DelimitedRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length
}

/** A word that ends a list, and no beginning of a name: neither «Sumaya» nor «Sum, Li». */
const footer =
  /^[^\p{L}\d]*(?:(?:antall|sum|totalt?|i alt|side|slutt|rapport|utskrift|utskrevet|skrevet ut)(?![\p{L}-]|\s*,\s*\p{L})|\d+ (?:brukere|pasienter|tjenestemottakere|rader|linjer)\b|\*\*)/iu

function columnCount(row: DelimitedRow): number {
  return row.cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

function isSameRow(one: DelimitedRow, other: DelimitedRow): boolean {
  const count = columnCount(one)
  return (
    count === columnCount(other) &&
    Array.from({ length: count }, (_, place) => place).every(
      (place) => foldText(one.cells[place] ?? '') === foldText(other.cells[place] ?? ''),
    )
  )
}

/** The title of a further page differs in its page number, and in the minute of its printing, alone. */
function isSameTitle(row: DelimitedRow, title: DelimitedRow): boolean {
  if (row.raw.length > maxTitleLength || title.raw.length > maxTitleLength) return false
  const words = wordsOf(row)
  return words !== '' && words === wordsOf(title)
}

function wordsOf({ cells }: DelimitedRow): string {
  return foldText(cells.join(' ')).replaceAll(/\d/g, '')
}
