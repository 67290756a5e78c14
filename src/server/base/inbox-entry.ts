import type { DeviceId, EmployeeId, EntryId } from '#domain/base/ids.ts'
import type { HeldReason } from '#domain/entries/held-note.ts'
import type { SealedEntry } from '#domain/entries/entry.ts'
import type { Instant } from '#domain/time/instant.ts'

/** Why an entry has no effect and waits for a person to look at it. */
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
  /** It belongs to no zone, and no form of this build does. */
  | 'noZone'
  | 'unknownZone'
  /** A fact about incidents is the whole municipality's. */
  | 'zoneOfMunicipality'
  /** A fact names its incident. */
  | 'noIncident'
  /** A time that no calendar has. */
  | 'impossibleTime'
  | 'unknownForm'
  | 'invalidResponse'
  /** More bytes than a device ever seals. */
  | 'tooLarge'
  | 'nestedTooDeep'
  | 'tooManyItems'
  /** Its projection threw again and again. */
  | 'faulted'

/**
 * Why a stored entry is not ready: it is tried again after a fault, or when the entry that it is about may have its effect;
 * or a newer server issued its form.
 */
export type WaitsFor = 'retry' | 'newerServer'

/** What became of a stored entry. */
export type NoticeKind = 'applied' | 'quarantined' | 'held' | 'taken' | 'rejected'

/** What a device is told about an entry without effect. */
export type NoticeReason = QuarantineReason | HeldReason

/** Decided once, when the entry is received: `stored` gets its effect, the other two wait for a person. */
export type InboxStatus = 'stored' | 'conflict' | 'quarantined'

export type InboxEntry = {
  /** SHA-256 of the whole sealed entry's canonical JSON: the same bytes are the same row. */
  bytesHash: string
  /** `entryHash` of the header: what the next entry names as its `prevHash`. */
  entryHash: string
  /** The device that pushed it; the header may claim another one. */
  deviceId: DeviceId
  entryId: EntryId
  n: number
  prevHash: string
  status: InboxStatus
  /** Why it waits for a person; null when it is stored. */
  reason: QuarantineReason | 'numberTaken' | 'idTaken' | 'chainBroken' | null
  /**
   * The state of a stored entry's effect; an entry that is not stored stays `waiting`. One that is `held` waits for a
   * leader, and is `taken` or `rejected` afterwards.
   */
  projected: 'waiting' | NoticeKind
  /** The author whose signature was verified; null when only the device signed it. */
  authorEmployeeId: EmployeeId | null
  receivedAt: Instant
  /** When the device had last heard before the receipt what the author has; null without an author. */
  contactBefore: Instant | null
  /** By how many minutes the phone's clock was ahead when it sent the entry; 0 when it was right. */
  clockAheadMinutes: number
  /** Until when the author's key was vouched for; null without an author. */
  credentialExpiresAt: Instant | null
  entry: SealedEntry
}
