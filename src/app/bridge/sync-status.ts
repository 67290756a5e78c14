import type { EntryId } from '#domain/base/ids.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import type { CycleOutcome } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'

/** What the app knows of the line and of the work on it. It claims nothing that no answer has shown. */
export type SyncStatus = {
  /** trying: the first message is under way. Afterwards it is what the last one showed. */
  line: 'notTried' | 'trying' | 'online' | 'offline'
  lineSince: Instant | null
  lastAnswerAt: Instant | null
  activity: 'idle' | 'sending' | 'fetching'
  sending: { sent: number; of: number } | null
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

export function afterEvent(status: SyncStatus, event: SyncEvent, now: Instant): SyncStatus {
  switch (event.kind) {
    case 'answered':
      return { ...withLine(status, 'online', now), lastAnswerAt: event.at }
    case 'clocksCompared':
      return { ...status, clockAheadMinutes: minutesBetween(event.server, event.device) }
    case 'failed':
      return event.failure.kind === 'unreachable' || event.failure.kind === 'notOurs'
        ? withLine(status, 'offline', now)
        : withLine(status, 'online', now)
    case 'sending':
      return { ...status, activity: 'sending', sending: { sent: event.sent, of: event.of } }
    case 'streamsListed':
      return {
        ...status,
        activity: 'fetching',
        streams: event.streams.length,
        newerStreams: event.unknown,
        verified: 0,
      }
    case 'fetching':
      return { ...status, activity: 'fetching' }
    case 'verified':
      return { ...status, verified: status.verified + 1 }
    case 'rebuilding':
    case 'dropped':
    case 'entryRefused':
      return status
  }
}

export function afterCycle(status: SyncStatus, { signIn }: CycleOutcome): SyncStatus {
  return {
    ...status,
    activity: 'idle',
    sending: null,
    signIn: signIn === 'unknown' ? status.signIn : signIn,
  }
}

function withLine(status: SyncStatus, line: 'online' | 'offline', now: Instant): SyncStatus {
  return status.line === line ? status : { ...status, line, lineSince: now }
}
