import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ColumnAnswer, ColumnQuestion } from '#domain/roster/column-question.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import type { ListFormat } from '#domain/roster/list-format.ts'
import type { UnreadableRow } from './unreadable-row.ts'

/** A whole file, read. Every row is in `people`, `merged`, `unreadable` or `skipped`: they add up to `rows`. A blank line is no row. */
export type ListReading = {
  format: ListFormat
  rows: number
  people: ListedPerson[]
  merged: number
  unreadable: UnreadableRow[]
  /** What a list is printed with: repeated headers, sums, headings of zones. */
  skipped: UnreadableRow[]
  /** Of a table: the further lines of who stands on several, by her first line. */
  mergedLines: { firstLine: number; lines: number[] }[]
  columnQuestions: ColumnQuestion[]
  /** Headings that are read as a leader or a mapping has said. */
  columnAnswers: ColumnAnswer[]
  warnings: { line: number; warning: ImportWarning }[]
  /** When the list was made, if it says so. */
  listedAt: Instant | null
}
