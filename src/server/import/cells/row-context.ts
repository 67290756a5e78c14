import type { ReadServices } from '#domain/roster/service-tokens.ts'
import type { LocalDate } from '#domain/time/instant.ts'

/** What the cells of a row are read beside. */
export type RowContext = { today: LocalDate; readServices: ReadServices }
