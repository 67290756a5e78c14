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
const alwaysTold: ReadonlySet<ListColumn> = new Set(['resuscitation', 'familyName'])

/** One row's cells by what they hold; a column may stand several times. */
export class RowCells {
  readonly #cells: RowCell[]
  readonly #carried: ReadonlySet<ListColumn>

  constructor(columns: readonly TableColumn[], cells: readonly string[]) {
    this.#cells = columns.flatMap(({ column, heading, isInHours }, place) =>
      column === null
        ? []
        : [{ column, heading, isInHours, text: cellText(column, cells[place] ?? '') }],
    )
    this.#carried = new Set(this.#cells.map(({ column }) => column))
  }

  /** Whether the file has such a column at all, filled here or not. */
  has(...columns: ListColumn[]): boolean {
    return columns.some((column) => this.#carried.has(column))
  }

  /** The filled cells of these columns, in the file's order. */
  list(...columns: ListColumn[]): RowCell[] {
    return this.#cells.filter(({ column, text }) => text !== '' && columns.includes(column))
  }

  /** The first filled cell of the first of these columns that has one. */
  text(...columns: ListColumn[]): string {
    for (const column of columns) {
      const cell = this.list(column)[0]
      if (cell !== undefined) return cell.text
    }
    return ''
  }

  /** As the cell has it, or null for an empty one. */
  textOrNull(column: ListColumn): string | null {
    const text = this.list(column)
      .map((cell) => cell.text)
      .join('; ')
    return text === '' ? null : text
  }
}

function cellText(column: ListColumn, cell: string): string {
  const text = cell.trim()
  return emptyMarks.has(text) && !alwaysTold.has(column) ? '' : text
}
