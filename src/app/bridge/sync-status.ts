import type { DeviceRequestId, EntryId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'

/** What the app knows about the line and the sync. It says nothing that no answer has proved. */
export type SyncStatus = {
  /**
   * trying: the first message is on its way. elsewhere: another page of the app is syncing, and this one has not tried.
   * After that, it is the result of the last message.
   */
  line: 'notTried' | 'elsewhere' | 'trying' | 'online' | 'offline'
  lineSince: Instant | null
  lastAnswerAt: Instant | null
  activity: 'idle' | 'sending' | 'fetching'
  sending: { sent: number; total: number } | null
  signIn: 'valid' | 'needed' | 'unknown'
  /** What a leader has said of a device that goes on under a new id; it sends nothing of that id before she approves it. */
  approval:
    | { kind: 'notAwaited' }
    | { kind: 'awaited'; request: DeviceRequestId }
    | { kind: 'rejected' }
  /** The number of streams that the server listed for this employee; null before it has answered. */
  streams: number | null
  /** The number of her other streams, which only a newer app can read. */
  newerStreams: number
  /** How many of `streams` have been verified since they were listed. */
  verified: number
  /** How many notes of her colleagues the server had received at that time and not read yet; null before it has said. */
  coming: { at: Instant; zones: readonly { zone: ZoneId; notes: number }[] } | null
  /** How far the device's clock is ahead of the server's; null while they have not been compared. */
  clockAheadMinutes: number | null
  /** Entries that were sent from this device and have no receipt yet. */
  unreceipted: readonly EntryId[]
  /**
   * unvouched: answers come that are not signed by keys this device believes, so that nothing is taken in. confirmed: the
   * employee brought the thumbprint of the server's root. unconfirmed: the device believed the first server that it met.
   */
  server: 'notMet' | 'unvouched' | 'confirmed' | 'unconfirmed'
  /** A server of another version of the protocol: nothing is sent or fetched until one of them is updated. */
  otherProtocol: 'serverNewer' | 'serverOlder' | null
  /** The server said, to the last push, that its database takes in nothing: what is written stays on the device. */
  serverCannotStore: boolean
  /** The last fetching ended because the device did not store what came: lists grow older although there is network. */
  cannotStoreLists: boolean
  /** The number of card openings that are in memory only, because the disk is full. */
  heldOpenings: number
}

export const noSyncYet: SyncStatus = {
  line: 'notTried',
  lineSince: null,
  lastAnswerAt: null,
  activity: 'idle',
  sending: null,
  signIn: 'unknown',
  approval: { kind: 'notAwaited' },
  streams: null,
  newerStreams: 0,
  verified: 0,
  coming: null,
  clockAheadMinutes: null,
  unreceipted: [],
  server: 'notMet',
  otherProtocol: null,
  serverCannotStore: false,
  cannotStoreLists: false,
  heldOpenings: 0,
}
