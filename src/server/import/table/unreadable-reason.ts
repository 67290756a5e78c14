import { foldText } from '#domain/base/folded-text.ts'
import type { UnreadableReason } from '#domain/roster/import-problem.ts'
import { findColumn } from './find-column.ts'
import { identifying, type Table } from './find-table.ts'
import { isFurniture, saysWho } from './furniture.ts'
import { maxTitleLength } from './title-length.ts'
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
  const isTitle = filledCells(row) <= 2 && titles.some((title) => isSameTitle(row, title))
  if (isTitle || isFurniture(row, columns)) return { kind: 'footer' }
  if (row.cells.length < columns.length && !(mayBeShort && saysWho(row, columns))) {
    return { kind: 'torn', cells: row.cells.length, columns: columns.length }
  }
  if (cells > columns.length) return { kind: 'tooManyColumns', cells, columns: columns.length }
  const long = row.cells.findIndex((cell) => cell.length > maxCellLength)
  return long === -1 ? null : { kind: 'cellTooLong', heading: columns[long]?.heading ?? '' }
}

/** Some programs write no separators for what is empty at the end. Then a short row is no torn row. */
export function leavesOutEmptyTails(table: Table): boolean {
  const isShort = ({ cells }: DelimitedRow) => cells.length < table.columns.length
  // Most lists have none, and every row would be read twice.
  if (table.rows.filter(isShort).length < minShort) return false
  const rows = table.rows.filter((row) => unreadableReason(row, table, true) === null)
  const short = rows.filter(isShort).length
  return short >= minShort && short > rows.length / 5
}

const minShort = 3

export function filledCells(row: DelimitedRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length
}

function columnCount(row: DelimitedRow): number {
  return row.cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

/**
 * Whether a row is the header of another table: the list of staff that stands below the patients. Headings have no
 * digits, and two of them at least are known.
 */
export function opensOtherTable(row: DelimitedRow): boolean {
  if (/\d/.test(row.raw) || row.raw.length > maxTitleLength) return false
  const columns = row.cells.flatMap((cell) => findColumn(cell.trim()) ?? [])
  return new Set(columns).size >= 2 && identifying.some((column) => columns.includes(column))
}

function isSameRow(one: DelimitedRow, other: DelimitedRow): boolean {
  const count = columnCount(one)
  if (count !== columnCount(other)) return false
  for (let place = 0; place < count; place++) {
    if (foldText(one.cells[place] ?? '') !== foldText(other.cells[place] ?? '')) return false
  }
  return true
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
