import type { ZoneId } from '#domain/base/ids.ts'
import type { ImportWarning, UnreadableReason } from '#domain/roster/import-problem.ts'
import type { Instant, LocalDate } from '#domain/time/instant.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import type { ColumnMapping } from '#domain/roster/list-column.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import type { TextEncoding } from '../file/decode-text.ts'
import type { Separator } from '../file/read-delimited.ts'

export type ListFormat =
  | { kind: 'table'; encoding: TextEncoding; separator: Separator }
  | { kind: 'fhir' }

export type UnreadableRow = {
  line: number
  reason: UnreadableReason
  /** The beginning of the row as it stands. */
  excerpt: string
  /** What may still tell whose row it was: she must not go from the roster because her line is torn. */
  clues: string[]
}

/** A whole file, read. Every row is in `people`, `merged` or `unreadable`: they add up to `rows`. */
export type ReadList = {
  format: ListFormat
  rows: number
  people: ListedPerson[]
  merged: number
  unreadable: UnreadableRow[]
  warnings: { line: number; warning: ImportWarning }[]
  /** When the list was made, if it says so. */
  listedAt: Instant | null
}

/** What a list is read beside. */
export type ReadContext = {
  now: Instant
  today: LocalDate
  services: readonly ServiceDefinition[]
  /** The section's own. */
  zones: readonly { id: ZoneId; name: ZoneName }[]
  /** Null for our own reading of the headings. */
  mapping: ColumnMapping | null
}
