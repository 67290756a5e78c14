import type { PullStream, PullStreamAnswer } from '#contract/pull-stream.ts'
import { emptyCheckpoint } from '#domain/streams/stream-document.ts'
import { type StreamHead, type StreamStore, emptyHead } from './stream-store.ts'

/**
 * Answers a device's pull. All reads must see one snapshot, because the device verifies the page
 * against the head.
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
    // A device without documents has nothing to delete; after its first page, documents may have been deleted.
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
  // A device that builds from nothing (base 0) cannot have missed a deletion.
  if (base > 0 && base < head.floor) return 'belowFloor'
  return null
}
