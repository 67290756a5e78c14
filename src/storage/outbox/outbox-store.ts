import type { Credential } from '#domain/entries/credential.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { EntryHeader, SealedEntry } from '#domain/entries/entry.ts'
import type { DeviceId, EntryId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'

/** One push that is to be sent, with all that it needs. */
export type PendingPush = {
  deviceId: DeviceId
  device: Credential
  authors: Credential[]
  /** In order of n, within the limits. Empty when the push only asks about entries that were sent before. */
  entries: SealedEntry[]
  /**
   * The lowest n that is `sealed` and not among `entries`: beyond the limits, refused before, or
   * waiting for its author's credential. Null when there is none.
   */
  firstOmitted: number | null
  /**
   * Headers of the `landmarks` among the entries that are not `sealed`, the highest n first. The server
   * answers how far it has the same entries: on a restored server, a clone may have used their numbers.
   */
  taken: EntryHeader[]
  noticesAfter: number
}

export type Receipt = { entryId: EntryId; state: EntryState }

export type ReceiptAnswer = {
  at: Instant
  durable: number | null
  noticesAfter: number
  noticesCursor: number
}

/** The sending side of the outbox. The entry repository writes into it. */
export interface OutboxStore {
  /** Lists a push for each device id, also for an ended one that has entries left. Empty before enrolment. */
  listPendingPushes(limits: {
    entries: number
    /** A push has at least one entry, however large it is. */
    bytes: number
    /** Entries that the server refused in this cycle, so that they do not block the queue. */
    without: ReadonlySet<EntryId>
  }): Promise<PendingPush[]>
  /**
   * Stores every state that the server reported, in one transaction. An unknown entry id is ignored.
   * `acked` never replaces what came after it, because answers may come late.
   * `durable` covers the acked entries up to its n. A lower cursor than before repeats notices: so does an answer to a push
   * that went out with another cursor (`noticesAfter`) than the device has by now, because another page has moved it.
   */
  recordReceipts(
    deviceId: DeviceId,
    receipts: readonly Receipt[],
    answer: ReceiptAnswer,
  ): Promise<void>
  /**
   * Makes every entry above `deviceHead` `sealed` again, whatever its state, because the server lost
   * them. Notices are requested from the first again, since some may be about these entries. Answers
   * how many entries were not `sealed` before.
   */
  requeueAbove(deviceId: DeviceId, deviceHead: number): Promise<number>
  /**
   * Gives the device a new id, with numbers from 1, because another device uses the old one (a cloned
   * profile). The old id's entries are still sent. Does nothing for an id that has ended.
   */
  endDevice(deviceId: DeviceId): Promise<void>
  /** The device key's ES256 signature, base64url. It works while the vault is locked. */
  signAsDevice(deviceId: DeviceId, bytes: Uint8Array<ArrayBuffer>): Promise<string>
  countByState(): Promise<Record<EntryState, number>>
}
