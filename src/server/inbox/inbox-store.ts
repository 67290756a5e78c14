import type { DeviceId, EmployeeId, EntryId, IncidentId, KeyId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry, NoticeKind, NoticeReason, WaitsFor } from '../base/inbox-entry.ts'
import type { DeviceUse } from './device-quota.ts'

/** A device that pushes, as the inbox knows it. */
export type InboxDevice = {
  deviceId: DeviceId
  keyId: KeyId
  /** Highest n such that the server holds 1..n. */
  head: number
  /** The newest notice; see `PushEntriesAnswer`. */
  noticeCursor: number
  /**
   * Highest n such that a verified backup has 1..n, all stored; null while there is none. Conflicts
   * do not count: they come from a clone, and have numbers that the device itself will use later.
   */
  durable: number | null
} & DeviceUse

/** What must be known of the other entries to decide about one: never their contents. */
export type HeldEntry = Omit<
  InboxEntry,
  | 'entry'
  | 'authorEmployeeId'
  | 'receivedAt'
  | 'contactBefore'
  | 'clockAheadMinutes'
  | 'credentialExpiresAt'
>

export type Notice = {
  cursor: number
  entryId: EntryId
  kind: NoticeKind
  reason: NoticeReason | null
}

/** How many stored entries are sealed to a key that this server does not have: they wait for it, and are not rejected. */
export type AwaitingKey = { keyId: KeyId; entries: number }

/** One of several entries with the same content. */
export type Repetition = Pick<
  InboxEntry,
  'deviceId' | 'bytesHash' | 'entryHash' | 'entryId' | 'authorEmployeeId' | 'projected'
> & {
  /** What its device was told with it. */
  reason: NoticeReason | null
}

/** A row of the access log: somebody opened a patient card. */
export type AccessRecord = {
  entryId: EntryId
  deviceId: DeviceId
  world: string
  zone: string
  employeeId: EmployeeId
  patientId: string
  openedAt: Instant
  revealed: 'address' | 'code' | null
  reason: string | null
  incident: IncidentId | null
}

/** The inbox as one database transaction sees it. */
export interface InboxStore {
  /** Waits for the device's lock and holds it; null for a device that is not registered here. */
  lockDevice(deviceId: DeviceId): Promise<InboxDevice | null>
  /** Does nothing when the device is registered already. */
  registerDevice(device: InboxDevice): Promise<void>
  saveDevice(device: InboxDevice): Promise<void>
  /** Lists rows of the device with one of the numbers, and rows of any device with one of the ids. */
  listHeld(
    deviceId: DeviceId,
    wanted: { numbers: readonly number[]; entryIds: readonly EntryId[] },
  ): Promise<HeldEntry[]>
  /** Lists rows of the device that are not stored, the highest numbers first. */
  listDisputed(deviceId: DeviceId, limit: number): Promise<HeldEntry[]>
  /**
   * Adds rows, each ready for its effect in the next turn of its device (`claimWaiting`); those that the unique indexes refuse are left out: the device's same bytes, or for
   * stored ones a stored id or number. Answers the bytesHash of each row that this call added.
   */
  insertEntries(entries: readonly InboxEntry[]): Promise<string[]>
  /** The device's numbers above `above`, each once, ascending. */
  listNumbers(deviceId: DeviceId, above: number): Promise<number[]>
  hasNotice(deviceId: DeviceId, cursor: number): Promise<boolean>
  /** In the order of their cursors. */
  listNotices(deviceId: DeviceId, after: number, limit: number): Promise<Notice[]>
  /**
   * Locks the next stored entry that is ready for its effect and that nobody else has locked, of those sealed to this
   * key; not one of the bytesHashes in `without`. Devices take turns, so that one that sends thousands of entries
   * delays another's by one entry each.
   */
  claimWaiting(sealedTo: KeyId, without: ReadonlySet<string>): Promise<InboxEntry | null>
  /**
   * Counts, by key, the entries that wait for another key than those this server has. An entry whose content has had
   * its effect, because its author sealed it again, is not counted.
   */
  listAwaitingKeys(held: readonly KeyId[]): Promise<AwaitingKey[]>
  /** Waits for the lock of the one effect that an entry and its repetitions have, and holds it. */
  lockEffect(original: EntryId): Promise<void>
  /** Lists the stored entry of this id, and stored ones that repeat it. */
  listRepetitions(original: EntryId): Promise<Repetition[]>
  /** Answers how often the entry has faulted, with this time; null when it waits no longer. */
  countFault(entry: InboxEntry): Promise<number | null>
  /** The entry waits; it is not claimed before `until` has passed and it was made ready. */
  postpone(entry: InboxEntry, wait: { until: Instant; waitsFor: WaitsFor }): Promise<void>
  /** Gives postponed entries that are due the next turns of their devices; at most `limit` of them, the longest due first. */
  makeReady(now: Instant, limit: number): Promise<number>
  /** Makes every entry that waits for a newer server due at `now`: this server may be the one. */
  hastenNewer(now: Instant): Promise<void>
  /** Counts postponed entries. */
  countPostponed(): Promise<Record<WaitsFor, number>>
  /** Marks the entry's effect as applied or impossible; it is not claimed again. */
  markProjected(entry: Pick<InboxEntry, 'deviceId' | 'bytesHash'>, notice: Notice): Promise<void>
  /** When the device last heard what each employee has. */
  listContacts(deviceId: DeviceId): Promise<ReadonlyMap<EmployeeId, Instant>>
  /** Moves the contact forward; does nothing for a device that is not registered here. */
  recordContact(contact: { deviceId: DeviceId; employeeId: EmployeeId; at: Instant }): Promise<void>
  recordAccess(record: AccessRecord): Promise<void>
}
