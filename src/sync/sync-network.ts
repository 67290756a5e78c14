import type { ListStreams, ListStreamsAnswer } from '#contract/list-streams.ts'
import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import type { PushEntries, PushEntriesAnswer } from '#contract/push-entries.ts'
import type { CannotStore, ServerRefusal } from '#contract/refusal.ts'
import type { Result } from '#domain/base/result.ts'

/**
 * Why a message got no answer. unreachable: no complete answer in time. notOurs: the answer is not from
 * Beredt's server, but for example from the log-in page of a guest network.
 */
export type NetworkFailure =
  | { kind: 'unreachable' }
  | { kind: 'notOurs' }
  /** In our form, and not signed by keys that the device believes. */
  | { kind: 'unvouched' }
  /** In our form, and of another version of the protocol than this build speaks. */
  | { kind: 'otherProtocol'; server: 'newer' | 'older' }
  | { kind: 'tooLarge' }
  /** cannotStore: the server says that its database answers and takes in nothing: what is fetched still comes. */
  | { kind: 'busy'; retryAfterSeconds: number | null; cannotStore?: CannotStore }
  | { kind: 'refused'; reason: ServerRefusal['kind'] }

export type Answer<Message> = Promise<Result<Message, NetworkFailure>>

/** The server, as the sync engine sees it. It is implemented with fetch. */
export interface SyncNetwork {
  listStreams(message: ListStreams): Answer<ListStreamsAnswer>
  pullStream(message: PullStream): Answer<PullStreamAnswer>
  pushEntries(message: PushEntries): Answer<PushEntriesAnswer>
}

/** True when only sign-in is missing: entries are still pushed without it. */
export function isSignInFailure(failure: NetworkFailure): boolean {
  return (
    failure.kind === 'refused' &&
    (failure.reason === 'signInNeeded' || failure.reason === 'notAllowed')
  )
}
