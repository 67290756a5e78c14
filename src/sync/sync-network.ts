import type { ListStreams, ListStreamsAnswer } from '#contract/list-streams.ts'
import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import type { PushEntries, PushEntriesAnswer } from '#contract/push-entries.ts'
import type { ServerRefusal } from '#contract/refusal.ts'
import type { Result } from '#domain/base/result.ts'

/**
 * Why a message got no answer. unreachable: nothing came in time, or not whole. notOurs: something
 * answered that is not Beredt's server, as the log-in page of a guest network.
 */
export type NetworkFailure =
  | { kind: 'unreachable' }
  | { kind: 'notOurs' }
  | { kind: 'tooLarge' }
  | { kind: 'busy'; retryAfterSeconds: number | null }
  | { kind: 'refused'; reason: ServerRefusal['kind'] }

export type Answer<Message> = Promise<Result<Message, NetworkFailure>>

/** The server, as the engine sees it. Implemented over fetch. */
export interface SyncNetwork {
  listStreams(message: ListStreams): Answer<ListStreamsAnswer>
  pullStream(message: PullStream): Answer<PullStreamAnswer>
  pushEntries(message: PushEntries): Answer<PushEntriesAnswer>
}

/** Sign-in is what is missing: pushing goes on without it. */
export function isSignInFailure(failure: NetworkFailure): boolean {
  return (
    failure.kind === 'refused' &&
    (failure.reason === 'signInNeeded' || failure.reason === 'notAllowed')
  )
}
