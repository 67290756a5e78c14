import type { SyncStatus } from '#app/bridge/sync-status.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import type { CycleOutcome } from '#sync/sync-cycle.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import { isStorageFailure } from './lists/storage-failure.ts'
import type { VouchingRefusal } from './vouching-refusal.ts'

/** `isConfirmed`: whether the unlocked employee brought the server's root; null while locked. */
export function afterEvent(
  status: SyncStatus,
  event: SyncEvent,
  { now, isConfirmed }: { now: Instant; isConfirmed: boolean | null },
): SyncStatus {
  switch (event.kind) {
    case 'answered':
      return {
        ...withLine(status, 'online', now),
        lastAnswerAt: event.at,
        otherProtocol: null,
        server: serverOf(status, isConfirmed),
      }
    case 'clocksCompared':
      return { ...status, clockAheadMinutes: minutesBetween(event.server, event.device) }
    case 'failed':
      if (event.failure.kind === 'unvouched') {
        return { ...withLine(status, 'online', now), server: 'unvouched' }
      }
      if (event.failure.kind === 'otherProtocol') {
        const otherProtocol = event.failure.server === 'newer' ? 'serverNewer' : 'serverOlder'
        return { ...withLine(status, 'online', now), otherProtocol }
      }
      return event.failure.kind === 'unreachable' || event.failure.kind === 'notOurs'
        ? withLine(status, 'offline', now)
        : withLine(status, 'online', now)
    case 'sending':
      return { ...status, activity: 'sending', sending: { sent: event.sent, total: event.total } }
    case 'streamsListed':
      return {
        ...status,
        activity: 'fetching',
        streams: event.streams.length,
        newerStreams: event.unknown,
        verified: 0,
      }
    case 'notesComing':
      return { ...status, coming: { at: event.at, zones: event.zones } }
    case 'fetching':
      return { ...status, activity: 'fetching' }
    case 'verified':
      return { ...status, verified: status.verified + 1 }
    case 'rebuilding':
    case 'older':
    case 'dropped':
    case 'entryRefused':
      return status
  }
}

export function afterCycle(status: SyncStatus, { signIn, failures }: CycleOutcome): SyncStatus {
  const isAllStored = signIn === 'valid' && failures.length === 0
  return {
    ...atRest(status),
    cannotStoreLists: status.cannotStoreLists && !isAllStored,
    // Where nothing was heard, what was said last stands.
    serverCannotStore:
      failures.some(isServerFull) || (status.serverCannotStore && signIn === 'unknown'),
    signIn: signIn === 'unknown' ? status.signIn : signIn,
  }
}

function isServerFull(failure: CycleOutcome['failures'][number]): boolean {
  return failure.kind === 'busy' && failure.cannotStore !== undefined
}

/** No cycle runs. */
export function atRest(status: SyncStatus): SyncStatus {
  return status.activity === 'idle' ? status : { ...status, activity: 'idle', sending: null }
}

/** A message is about to leave: the first one is what nothing is known of. */
export function afterTrying(status: SyncStatus): SyncStatus {
  return hasNotTried(status) ? { ...status, line: 'trying' } : status
}

function hasNotTried({ line }: SyncStatus): boolean {
  return line === 'notTried' || line === 'elsewhere'
}

/** Another page of the app syncs; what this page has heard itself says more. */
export function afterElsewhere(status: SyncStatus): SyncStatus {
  return hasNotTried(status) ? { ...status, line: 'elsewhere' } : status
}

/** After a cycle that threw: a device that does not store says so beside the age of its lists. */
export function afterFault(status: SyncStatus, fault: unknown): SyncStatus {
  return isStorageFailure(fault) ? { ...status, cannotStoreLists: true } : status
}

/** `refusal`: why a device with a new id is not vouched for; null when there is nothing to wait for. */
export function afterRenewal(status: SyncStatus, refusal: VouchingRefusal | null): SyncStatus {
  switch (refusal?.kind) {
    case undefined:
      return { ...status, approval: { kind: 'notAwaited' } }
    case 'signInAgain':
      return { ...status, signIn: 'needed', approval: { kind: 'notAwaited' } }
    case 'awaitingApproval':
      return { ...status, approval: { kind: 'awaited', request: refusal.request } }
    case 'deviceRejected':
      return { ...status, approval: { kind: 'rejected' } }
    case 'failed':
      return status
  }
}

/** For how long no answer has come. A clock that went back, and a worker that is new, say nothing of it: forever. */
export function minutesOfSilence({ lastAnswerAt }: SyncStatus, now: Instant): number {
  const minutes = lastAnswerAt === null ? -1 : minutesBetween(lastAnswerAt, now)
  return minutes < 0 ? Number.POSITIVE_INFINITY : minutes
}

/** A locked device checks answers by keys that nobody has confirmed to it. */
function serverOf({ server }: SyncStatus, isConfirmed: boolean | null): SyncStatus['server'] {
  if (isConfirmed !== null) return isConfirmed ? 'confirmed' : 'unconfirmed'
  return server === 'confirmed' ? server : 'unconfirmed'
}

function withLine(status: SyncStatus, line: 'online' | 'offline', now: Instant): SyncStatus {
  return status.line === line ? status : { ...status, line, lineSince: now }
}
