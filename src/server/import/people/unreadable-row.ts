import type { UnreadableReason } from '#domain/roster/import-problem.ts'

export type UnreadableRow = {
  line: number
  reason: UnreadableReason
  /** The beginning of the row as it stands. */
  excerpt: string
  /** Texts of the row that may say whose it was: nobody must go from the roster because her line is torn. */
  identifyingTexts: string[]
}
