import type { EntryContent } from '../entries/entry-content.ts'
import type { DeviceId, EntryId, IncidentId, ZoneId } from '../base/ids.ts'
import type { Hlc } from '../time/hlc.ts'
import type { Instant } from '../time/instant.ts'
import type { Result } from '../base/result.ts'
import type { World } from '../base/world.ts'
import type { EntryState } from '../entries/entry-state.ts'
import type { Locked } from './locked.ts'
import type { FormReference } from '#domain/forms/form-reference.ts'

export type NewEntry = {
  /** The id of the draft that it was made from, if any: the draft is deleted in the same transaction. */
  entryId: EntryId
  content: EntryContent
  form: FormReference
  /** Null for what belongs to the whole municipality. */
  zone: ZoneId | null
  /** The incident during which it is written; null outside of one. */
  incident: IncidentId | null
  world: World
}

/** What anybody who has the device may know about an entry. */
export type StoredEntry = {
  entryId: EntryId
  deviceId: DeviceId
  /** Device and number together are the entry's running number. */
  n: number
  form: FormReference
  /** Null for what belongs to the whole municipality. */
  zone: ZoneId | null
  /** The incident during which it was written; null outside of one. */
  incident: IncidentId | null
  world: World
  capturedAt: Instant
  hlc: Hlc
  state: EntryState
  /** When the server's receipt arrived; null before. */
  receivedAt: Instant | null
}

/**
 * The author's own copy. `gone`: it was deleted thirty days after a durable receipt. `damaged`: it does
 * not open with the author's key; it is kept.
 */
export type OwnEntry = StoredEntry & {
  content: { kind: 'open'; value: EntryContent } | { kind: 'gone' } | { kind: 'damaged' }
}

export type AddRefusal =
  | Locked
  | { kind: 'tooLarge'; bytes: number; maxBytes: number }
  /** The content names another author than the one who is unlocked. */
  | { kind: 'notTheAuthor' }
  /** The draft was signed before, perhaps in another tab. */
  | { kind: 'alreadySigned'; entry: StoredEntry }

/** The entries that are written on this device. They are added, never changed. */
export interface EntryRepository {
  /**
   * Seals, signs and stores an entry, and queues it for the server: all or nothing. Its hybrid clock is later than
   * `after`: the newest of what its author had seen when she wrote it.
   */
  add(entry: NewEntry, after?: Hlc | null): Promise<Result<StoredEntry, AddRefusal>>
  /** Lists the unlocked employee's own entries, newest first. */
  listOwn(): Promise<Result<OwnEntry[], Locked>>
  findOwn(entryId: EntryId): Promise<Result<OwnEntry | null, Locked>>
  /** The hash by which an entry is countersigned, whoever wrote it here; null for an entry that is not on this device. */
  findHash(entryId: EntryId): Promise<string | null>
  /** Lists the entries of all employees on this device, without content, newest first. */
  listStates(): Promise<StoredEntry[]>
}
