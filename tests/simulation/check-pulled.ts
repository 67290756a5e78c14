import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import type { Committed } from '../support/memory-sync-database.ts'
import { isInHistory } from './history.ts'
import type { RunContext } from './run-context.ts'

type Part = Exclude<PullStreamAnswer, { kind: 'reset' }>

/** What a phone gets of a stream is of one moment, and of a history in which that lies which it has seen. */
export function checkPulled(
  context: RunContext,
  request: PullStream,
  answer: PullStreamAnswer,
  database: Committed,
): void {
  if (answer.kind === 'reset') return
  checkFollowed(context, request, answer, database)
  checkMoment(context, answer)
}

function checkFollowed(
  { fail, history, keys }: RunContext,
  { stream, highest }: PullStream,
  { head }: Part,
  { streams }: Committed,
): void {
  // What somebody else signed proves nothing, nor does what a lost root vouched for.
  if (highest === null || !history.wasSigned(highest.signature)) return
  if (keys.signed().keySet.signing.every(({ keyId }) => keyId !== highest.head.kid)) return
  if (highest.head.epoch > head.head.epoch || !isInHistory(streams.get(stream), highest.head)) {
    fail(`the server goes on with ${stream} below what a phone has seen`)
  }
}

function checkMoment({ fail, history }: RunContext, { stream, head, documents }: Part): void {
  const signed = history.rowsAt(stream, head.head)
  for (const { docId, deleted, seq, bodyHash } of documents) {
    const then = signed?.documents.get(docId)?.document
    // A tombstone may have been compacted away since.
    if (deleted && then === undefined) continue
    if (signed !== undefined && (then?.seq !== seq || then.bodyHash !== bodyHash)) {
      fail(`${docId} of ${stream} is of another moment than the head that it comes with`)
    }
  }
}
