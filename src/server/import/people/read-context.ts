import type { ZoneId } from '#domain/base/ids.ts'
import type { Instant, LocalDate } from '#domain/time/instant.ts'
import type { ColumnMapping } from '#domain/roster/list-column.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'

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
