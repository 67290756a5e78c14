import type { ListColumn } from '#domain/roster/list-column.ts'
import type { TableColumn } from './table-column.ts'

export type RowCell = { column: ListColumn; heading: string; text: string; isInHours: boolean }

/** How databases and spreadsheets write that a cell is empty. As it is written: «Null» is a family name, «Tom» a given one. */
const emptyMarks = new Set([
  'NULL',
  '(null)',
  '<null>',
  '\\N',
  'nan',
  'NaN',
  'NaT',
  'N/A',
  'n/a',
  '#N/A',
  '(tom)',
  '-',
  '–',
])

/** A minus under HLR is an answer, and a family name may be anything. */
const neverEmpty: ReadonlySet<ListColumn> = new Set(['resuscitation', 'familyName'])

/** One row's cells by what they hold; a column may stand several times. */
export type RowCells = {
  /** Whether the file has such a column at all, filled here or not. */
  has: (...columns: ListColumn[]) => boolean
  /** The filled cells of these columns, in the file's order. */
  list: (...columns: ListColumn[]) => RowCell[]
  /** The first filled cell of the first of these columns that has one. */
  text: (...columns: ListColumn[]) => string
  /** As the cell has it, or null for an empty one. */
  textOrNull: (column: ListColumn) => string | null
}

export function rowCells(columns: readonly TableColumn[], texts: readonly string[]): RowCells {
  const cells = columns.flatMap(({ column, heading, isInHours }, place): RowCell[] =>
    column === null
      ? []
      : [{ column, heading, isInHours, text: cellText(column, texts[place] ?? '') }],
  )
  const inFile = new Set(cells.map(({ column }) => column))
  const list: RowCells['list'] = (...wanted) =>
    cells.filter(({ column, text }) => text !== '' && wanted.includes(column))
  return {
    has: (...wanted) => wanted.some((column) => inFile.has(column)),
    list,

    text(...wanted) {
      for (const column of wanted) {
        const cell = list(column)[0]
        if (cell !== undefined) return cell.text
      }
      return ''
    },

    textOrNull(column) {
      const text = list(column)
        .map((cell) => cell.text)
        .join('; ')
      return text === '' ? null : text
    },
  }
}

function cellText(column: ListColumn, cell: string): string {
  const text = cell.trim()
  return emptyMarks.has(text) && !neverEmpty.has(column) ? '' : text
}
