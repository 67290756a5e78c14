import type { DeviceId, EmployeeId, EntryId } from '#domain/base/ids.ts'
import type { SealedEntry } from '#domain/entries/entry.ts'
import type { Instant } from '#domain/time/instant.ts'

/** Why an entry is kept for a person and has no effect. */
export type QuarantineReason =
  | 'wrongMunicipality'
  | 'wrongDevice'
  | 'alteredContent'
  | 'wrongDeviceSignature'
  | 'unknownAuthor'
  | 'wrongAuthorSignature'
  | 'unopened'
  | 'unreadable'
  | 'otherAuthor'
  | 'unknownZone'
  | 'unknownForm'
  | 'invalidResponse'

/** As decided when it came, for good: stored gets its effect, the other two are kept for a person. */
export type InboxStatus = 'stored' | 'conflict' | 'quarantined'

export type InboxEntry = {
  /** SHA-256 of the whole sealed entry's canonical JSON: the same bytes are the same row. */
  bytesHash: string
  /** `entryHash` of the header: what the next entry names as its `prevHash`. */
  entryHash: string
  /** Who pushed it; the header may claim another. */
  deviceId: DeviceId
  entryId: EntryId
  n: number
  prevHash: string
  status: InboxStatus
  /** Why it is kept for a person; null when it is stored. */
  reason: QuarantineReason | 'numberTaken' | 'idTaken' | 'chainBroken' | null
  /** What became of a stored one; one that is kept for a person waits for ever. */
  projected: 'waiting' | 'applied' | 'quarantined'
  /** Whose verified signature it carries; null for the device's own. */
  authorEmployeeId: EmployeeId | null
  receivedAt: Instant
  entry: SealedEntry
}
