import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { emptyCheckpoint } from '#domain/streams/stream-document.ts'
import { type StreamHead, type StreamStore, emptyHead } from './stream-store.ts'

/**
 * Answers a device's pull. Every read must see the same snapshot, else the page and the head that
 * it is verified against are of two different moments.
 */
export async function readStream(
  streams: StreamStore,
  request: PullStream,
): Promise<PullStreamAnswer> {
  const { session, stream, after, limit } = request
  const echo = { session, stream, after }
  const head = (await streams.findHead(stream)) ?? emptyHead
  const reason = await resetReason(streams, request, head)
  if (reason !== null) return { kind: 'reset', ...echo, reason }

  const found = await streams.listDocuments(stream, {
    after,
    limit: limit + 1,
    // Who has nothing has nothing to delete; from the second page on, something may have gone meanwhile.
    tombstones: after === 0 ? 'without' : 'with',
  })
  const documents = found.slice(0, limit)
  const last = documents.at(-1)
  const headPoint = { seq: head.seq, chain16: head.chain.slice(0, 16) }
  const more = found.length > limit
  const { count, digest } = head
  const shared = { kind: 'page', ...echo, documents, head: headPoint, count, digest } as const
  if (!more || last === undefined) return { ...shared, to: headPoint, more: false }
  const chain16 = await streams.findLink(stream, last.seq)
  if (chain16 === null) throw new Error(`No link ${last.seq} in ${stream}`)
  return { ...shared, to: { seq: last.seq, chain16 }, more }
}

async function resetReason(
  streams: StreamStore,
  { stream, base, after, witness }: PullStream,
  head: StreamHead,
): Promise<'unknownWitness' | 'belowFloor' | 'aboveHead' | null> {
  if (after > head.seq || base > head.seq) return 'aboveHead'
  const link = after === 0 ? emptyCheckpoint.chain16 : await streams.findLink(stream, after)
  if (witness.seq !== after || witness.chain16 !== link) return 'unknownWitness'
  // A build has nothing before its own start, so only what is built upon can lack a deletion.
  if (base > 0 && base < head.floor) return 'belowFloor'
  return null
}
