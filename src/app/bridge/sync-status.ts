import type { EntryId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'

/** What the app knows of the line and of the work on it. It claims nothing that no answer has shown. */
export type SyncStatus = {
  /** trying: the first message is under way. Afterwards it is what the last one showed. */
  line: 'notTried' | 'trying' | 'online' | 'offline'
  lineSince: Instant | null
  lastAnswerAt: Instant | null
  activity: 'idle' | 'sending' | 'fetching'
  sending: { sent: number; total: number } | null
  signIn: 'valid' | 'needed' | 'unknown'
  /** Streams that the server said are this employee's; null before it was asked. */
  streams: number | null
  /** More of hers, that only a newer app can read. */
  newerStreams: number
  /** How many of them are verified since then. */
  verified: number
  /** How far the device's clock is ahead of the server's; null while they have not been compared. */
  clockAheadMinutes: number | null
  /** Entries that have left this device, with no receipt for them yet. */
  unreceipted: readonly EntryId[]
  /** Openings of cards that the full disk has no room for: they are in memory alone. */
  heldOpenings: number
}

export const noSyncYet: SyncStatus = {
  line: 'notTried',
  lineSince: null,
  lastAnswerAt: null,
  activity: 'idle',
  sending: null,
  signIn: 'unknown',
  streams: null,
  newerStreams: 0,
  verified: 0,
  clockAheadMinutes: null,
  unreceipted: [],
  heldOpenings: 0,
}
