import type { ReadColumn } from '#domain/roster/list-column.ts'
import type { TableColumn } from './table-column.ts'
import { withoutMarkup } from '../texts/without-markup.ts'

export type RowCell = { column: ReadColumn; heading: string; text: string; isInHours: boolean }

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
  '<tom>',
  '[tom]',
  '(blank)',
  '(blanks)',
  '[null]',
  'undefined',
  'None',
  '-',
  '--',
  '---',
  '–',
  '—',
  '?',
])

/** The same in any case, where no name may be written so: «Null» is a family, and «None» a girl. */
const emptyWords = new Set([
  'null',
  'none',
  'nil',
  'nan',
  'nat',
  'n/a',
  'undefined',
  '[null]',
  '<null>',
])
const nameColumns: ReadonlySet<ReadColumn> = new Set([
  'name',
  'nameFamilyFirst',
  'familyName',
  'givenName',
  'middleName',
  'kin',
])

/** A minus under HLR is an answer, and a family name may be anything. */
const neverEmpty: ReadonlySet<ReadColumn> = new Set(['resuscitation', 'familyName'])
/** Who leaves these open by a sign has been asked: that it is not known is told of. */
const askedColumns: ReadonlySet<ReadColumn> = new Set(['livesAlone', 'addressProtection'])

/** «#REF!», «#NAVN?», «#I/T», «#####»: what a spreadsheet shows instead of a value. */
const errorMark = /^#(?:[\p{Lu}/0]+[!?]?|#+)$/u

/** One row's cells by what they hold; a column may stand several times. */
export type RowCells = {
  /** Whether the file has such a column at all, filled here or not. */
  has: (...columns: ReadColumn[]) => boolean
  /** The filled cells of these columns, in the file's order. */
  list: (...columns: ReadColumn[]) => RowCell[]
  /** The first filled cell of the first of these columns that has one. */
  text: (...columns: ReadColumn[]) => string
  /** The cells in which a spreadsheet shows that it went wrong; they are read as empty. */
  errors: RowCell[]
  filledCount: number
  /** As the cell has it, or null for an empty one. */
  textOrNull: (column: ReadColumn) => string | null
}

export function rowCells(columns: readonly TableColumn[], texts: readonly string[]): RowCells {
  const all = columns.flatMap(({ column, heading, isInHours }, place): RowCell[] =>
    column === null
      ? []
      : [{ column, heading, isInHours, text: cellText(column, texts[place] ?? '') }],
  )
  const errors = all.filter(({ text }) => errorMark.test(text))
  const cells = all.map((cell) => (errors.includes(cell) ? { ...cell, text: '' } : cell))
  const inFile = new Set(cells.map(({ column }) => column))
  const list: RowCells['list'] = (...wanted) =>
    cells.filter(({ column, text }) => text !== '' && wanted.includes(column))
  return {
    has: (...wanted) => wanted.some((column) => inFile.has(column)),
    list,
    errors,
    filledCount: cells.filter(({ text }) => text !== '').length,

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

function cellText(column: ReadColumn, cell: string): string {
  const text = withoutMarkup(cell).trim()
  if (askedColumns.has(column) && /^[-–—?]+$/.test(text)) return text
  if (!nameColumns.has(column) && emptyWords.has(text.toLowerCase())) return ''
  return emptyMarks.has(text) && !neverEmpty.has(column) ? '' : text
}
