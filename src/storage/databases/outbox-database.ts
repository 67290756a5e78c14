import { Dexie, type Table } from 'dexie'
import type { Credential, PublicKey } from '#domain/entries/credential.ts'
import type { SealedEntry } from '#domain/entries/entry.ts'
import type { Hlc } from '#domain/time/hlc.ts'
import type { DeviceId, EmployeeId, EntryId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { SignedKeySet } from '#domain/trust/key-set.ts'
import type { Sealed } from '#storage/crypto/aes.ts'

/** One identity of the device towards the server. A fork ends it and begins the next. */
export type DeviceRow = {
  id: DeviceId
  v: 1
  signingKey: CryptoKey
  publicKey: PublicKey
  /** Null until the server has signed one. */
  credential: Credential | null
  /** Number and hash of the newest entry; 0 and zeros before the first. */
  n: number
  headHash: string
  hlc: Hlc | null
  noticesCursor: number
  endedAt: Instant | null
}

export type EmployeeRow = {
  id: EmployeeId
  v: 1
  /** The employee's name, sealed under the device's label key: it is shown before anybody unlocks. */
  name: Sealed
  /** Null after too many wrong codes; there are no wraps then. */
  deviceSecret: CryptoKey | null
  /** The wraps of her key. Whoever can write in the profile can write these: `findCodeWrap` reads them. */
  wraps: unknown
  /** The private halves are sealed under the employee key. */
  recipient: {
    publicKey: PublicKey
    privateKey: Sealed
    /** The server's word for the key on one device id; null before it has answered. */
    credential: Credential | null
  }
  author: { keyId: KeyId; publicKey: PublicKey; privateKey: Sealed }
  profile: Sealed
  /** The server's keys as she believes them (`PinnedTrust`). */
  trust: Sealed
}

/** What an employee has verified (`Pins`), sealed under her key. She has a row from her enrolment on. */
export type PinsRow = { id: EmployeeId; v: 1; sealed: Sealed }

/** The server's credential for an author's key on one device id. */
export type AuthorRow = { deviceId: DeviceId; keyId: KeyId; v: 1; credential: Credential }

export type AttemptsRow = {
  id: EmployeeId
  v: 1
  failures: number
  nextTryAt: Instant | null
  /** The number of the try of which nobody knows yet whether its code was right. It is among the failures. */
  open?: number
  /** How many tries have ended unknown since her last right code, because the app was reloaded or ended meanwhile. */
  interrupted?: number
}

export type EntryRow = {
  id: EntryId
  v: 1
  deviceId: DeviceId
  n: number
  /** Null for what the device itself reports. */
  employeeId: EmployeeId | null
  state: EntryState
  /** Stored once, sent as often as needed: the same bytes for ever. */
  entry: SealedEntry
  receivedAt: Instant | null
  /** The author's readable copy; null once `ownUntil` has passed. */
  own: Sealed | null
  /** Thirty days after the receipt of a durable entry; null (and not in the index) before it is durable. */
  ownUntil: Instant | null
}

export type DraftRow = {
  id: EntryId
  v: 1
  employeeId: EmployeeId
  savedAt: Instant
  sealed: Sealed
}

/**
 * What a colleague signed while another employee had unlocked, sealed under the key of the one who had. Its id begins with
 * `witnessed/` and her id.
 */
export type WitnessedRow = {
  id: `witnessed/${string}`
  v: 1
  entryId: EntryId
  sealed: Sealed
}

export type OutboxSettingRow =
  | WitnessedRow
  | { id: 'canary'; value: string }
  /** Goes up with every change that a screen may show. */
  | { id: 'version'; value: number }
  /** How often each employee was locked on this device (`lock-rows.ts`). */
  | { id: 'locks'; counts: Partial<Record<EmployeeId, number>> }
  /** `ClocksSeen`; whoever can write in the profile can write it. */
  | { id: 'clocks'; seen: unknown }
  /** See `unlock-memory.ts`. */
  | { id: 'unlocks'; last: EmployeeId | 'handedOver' | null; shortCodes: EmployeeId[] }
  /** Whose keys were erased because the server said that her account is closed, and since when it is. */
  | { id: 'closed'; since: Partial<Record<EmployeeId, Instant>> }
  | { id: 'labelKey'; key: CryptoKey }
  | { id: 'device'; deviceId: DeviceId; label: Sealed }
  /**
   * The server of this device, from the first complete enrolment on. Nobody vouches for this row: a locked device
   * checks receipts by it, and an employee believes her own `trust`.
   */
  | { id: 'server'; municipality: MunicipalityId; root: KeyId; keySet: SignedKeySet }

/**
 * Entries, drafts and keys, which exist nowhere else. The schema is frozen, and no code deletes or
 * migrates the database: a later version adds rows of its own, which `v` tells from the old ones.
 */
export class OutboxDatabase extends Dexie {
  declare readonly settings: Table<OutboxSettingRow, OutboxSettingRow['id']>
  declare readonly devices: Table<DeviceRow, DeviceId>
  declare readonly employees: Table<EmployeeRow, EmployeeId>
  /** Keys of an enrolment that the server has not answered yet. */
  declare readonly enrolments: Table<EmployeeRow, EmployeeId>
  declare readonly authors: Table<AuthorRow, [DeviceId, KeyId]>
  declare readonly pins: Table<PinsRow, EmployeeId>
  declare readonly attempts: Table<AttemptsRow, EmployeeId>
  declare readonly entries: Table<EntryRow, EntryId>
  declare readonly drafts: Table<DraftRow, EntryId>

  constructor(name = 'outbox', options: { indexedDB?: IDBFactory } = {}) {
    super(name, { chromeTransactionDurability: 'strict', ...options })
    this.version(1).stores({
      settings: 'id',
      devices: 'id',
      employees: 'id',
      enrolments: 'id',
      authors: '[deviceId+keyId]',
      pins: 'id',
      attempts: 'id',
      entries: 'id, &[deviceId+n], [deviceId+state], state, employeeId, ownUntil',
      drafts: 'id, employeeId',
    })
  }
}

export async function findDevice(
  database: OutboxDatabase,
): Promise<Extract<OutboxSettingRow, { id: 'device' }> | null> {
  const row = await database.settings.get('device')
  return row?.id === 'device' ? row : null
}

/** Null before the first enrolment is complete. */
export async function findServer(
  database: OutboxDatabase,
): Promise<Extract<OutboxSettingRow, { id: 'server' }> | null> {
  const row = await database.settings.get('server')
  return row?.id === 'server' ? row : null
}

/** 0 before anything has changed. */
export async function outboxVersion(database: OutboxDatabase): Promise<number> {
  const row = await database.settings.get('version')
  return row?.id === 'version' ? row.value : 0
}

/** Part of the transaction that changes what screens show. */
export async function raiseOutboxVersion(database: OutboxDatabase): Promise<void> {
  await database.settings.put({ id: 'version', value: (await outboxVersion(database)) + 1 })
}
