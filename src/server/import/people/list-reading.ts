import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import type { ListFormat } from '#domain/roster/list-format.ts'
import type { UnreadableRow } from './unreadable-row.ts'

/** A whole file, read. Every row is in `people`, `merged` or `unreadable`: they add up to `rows`. */
export type ListReading = {
  format: ListFormat
  rows: number
  people: ListedPerson[]
  merged: number
  unreadable: UnreadableRow[]
  warnings: { line: number; warning: ImportWarning }[]
  /** When the list was made, if it says so. */
  listedAt: Instant | null
}
