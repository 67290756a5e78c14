import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import { at, headOver, inBuckets } from './build-replica.ts'
import type { VouchingServer } from './vouching-server.ts'

/** A stream of the server as a test lets it grow: what is live, and every change in its order. */
export type ServerStream = {
  epoch: number
  live: StreamDocument[]
  changes: StreamDocument[]
}

/** Answers a pull from a stream, one bucket or one change at a time, in four buckets. */
export async function answerFrom(
  { epoch, live, changes }: ServerStream,
  { session, stream, part }: PullStream,
  server: Pick<VouchingServer, 'signHead'>,
): Promise<Exclude<PullStreamAnswer, { kind: 'reset' }>> {
  const seq = changes.at(-1)?.seq ?? 0
  const head: SignedHead = await headOver(live, server, { epoch, seq, stream })
  if (part.kind === 'changes') {
    const { after } = part
    const following = changes.filter((one) => one.seq > after)
    const documents = following.slice(0, 1)
    const to = at(documents.at(-1)?.seq ?? after)
    const more = following.length > 1
    return { kind: 'changes', session, stream, after, documents, to, more, head }
  }
  const buckets = 4
  const from = part.layout?.from ?? 0
  const next = from + 1
  const documents = await inBuckets(live, { buckets, from, next })
  return { kind: 'buckets', session, stream, buckets, from, next, documents, head }
}
