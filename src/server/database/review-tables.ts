import type { ColumnType } from 'kysely'
import type { DeviceId, EmployeeId, EntryId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { HeldReason } from '#domain/entries/held-note.ts'
import type { Instant } from '#domain/time/instant.ts'

/** What leaders are asked about entries, and what they decided. A leader reads that of her own zones. */
export type ReviewTables = {
  entryReview: {
    municipalityId: MunicipalityId
    entryId: EntryId
    deviceId: DeviceId
    bytesHash: string
    world: World
    /** Null for what concerns the whole municipality: all its leaders are asked. */
    zoneId: ZoneId | null
    kind: 'held' | 'marked'
    /** Why it is held; null for what is only marked. */
    reason: HeldReason | null
    /** Written as text, read as a value that must still be parsed. */
    note: ColumnType<unknown, string, string>
    /** Null for a note. */
    factKind: 'coordinationFact' | 'personFact' | null
    /** The fact that the note is laid out from. */
    fact: ColumnType<unknown, string | null, string | null>
    raisedAt: Instant
    decision: 'taken' | 'rejected' | 'seen' | null
    decidedAt: Instant | null
    decidedBy: EmployeeId | null
    decisionReason: string | null
  }
}
