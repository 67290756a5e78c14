import type { Credential } from '#domain/entries/credential.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { EntryHeader, SealedEntry } from '#domain/entries/entry.ts'
import type { DeviceId, EntryId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'

/** What is to be pushed, with all that the push needs. */
export type PendingPush = {
  deviceId: DeviceId
  device: Credential
  authors: Credential[]
  /** In order of n, within the limits; may be empty, when only news of the old ones is asked for. */
  entries: SealedEntry[]
  /**
   * The lowest n that is `sealed` and not among `entries`: beyond the limits, refused before, or
   * waiting for its author's credential. Null when nothing is.
   */
  firstLeftOut: number | null
  /**
   * Headers of entries that are not `sealed`: the `landmarks` of them in order of n. The server tells
   * how far it holds these very entries: a clone may have taken their numbers on a restored server.
   */
  taken: EntryHeader[]
  noticesAfter: number
}

export type Receipt = { entryId: EntryId; state: EntryState }

/** The sending side of the outbox. Writing into it is the entry repository's. */
export interface OutboxStore {
  /** One device id after the other: an ended one is emptied too. Empty before enrolment. */
  listPendingPushes(limits: {
    entries: number
    /** At least one entry comes, however large. */
    bytes: number
    /** What the server refused in this cycle, so that nothing blocks the queue behind it. */
    without: ReadonlySet<EntryId>
  }): Promise<PendingPush[]>
  /**
   * Every state the server told of, in one transaction. An unknown entry id is left alone; `acked`
   * never replaces `durable`, `conflict` or `quarantined`, for answers may come late. `durable`
   * covers the acked entries up to its n. The cursor is kept as told; a lower one repeats notices.
   */
  recordReceipts(
    deviceId: DeviceId,
    receipts: readonly Receipt[],
    told: { at: Instant; durable: number | null; noticesCursor: number },
  ): Promise<void>
  /**
   * `deviceHead` fell below what was taken: every entry above it, whatever its state, is `sealed`
   * again, and notices are asked for from the first: some may be about them. Answers how many
   * entries were not `sealed` before.
   */
  offerAgainAbove(deviceId: DeviceId, deviceHead: number): Promise<number>
  /**
   * The device's numbers are taken by others (a cloned profile): goes on under a new id from n = 1.
   * The ended id keeps its entries and is emptied too. Does nothing for an id that has ended.
   */
  endDevice(deviceId: DeviceId): Promise<void>
  /** The device key's ES256 signature, base64url. It works while the vault is locked. */
  signAsDevice(deviceId: DeviceId, bytes: Uint8Array<ArrayBuffer>): Promise<string>
  countByState(): Promise<Record<EntryState, number>>
}
