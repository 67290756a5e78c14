import type { ReadColumn } from '#domain/roster/list-column.ts'

export type TableColumn = {
  heading: string
  /** Null for a column that Beredt has no use for. */
  column: ReadColumn | null
  isInHours: boolean
  /** A column of the same meaning stands before it, and this one is not read. */
  isRepeated: boolean
}
