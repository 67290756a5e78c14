import type { ListColumn } from '#domain/roster/list-column.ts'

export type TableColumn = {
  heading: string
  /** Null for a column that Beredt has no use for. */
  column: ListColumn | null
  isInHours: boolean
}
