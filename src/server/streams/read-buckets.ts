import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { leafCount } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from './stream-store.ts'

/** A device opens, checks and seals one bucket at a time. */
const documentsPerBucket = 50

/** Into how many buckets a stream of so many documents is spread: a power of two, at most one per leaf. */
export function bucketsFor(count: number): number {
  let buckets = 1
  while (buckets < leafCount && buckets * documentsPerBucket < count) buckets *= 2
  return buckets
}

/** The first leaf of a bucket; for the bucket after the last, the number of leaves. */
function firstLeaf(bucket: number, buckets: number): number {
  return Math.ceil((bucket * leafCount) / buckets)
}

/** Reads whole buckets with at most `limit` documents, and at least one bucket, however many documents it has. */
export async function readBuckets(
  streams: Pick<StreamStore, 'listLeaves' | 'listInLeaves'>,
  stream: StreamId,
  { buckets, from, limit }: { buckets: number; from: number; limit: number },
): Promise<{ next: number; documents: StreamDocument[] }> {
  const leaf = firstLeaf(from, buckets)
  const following = await streams.listLeaves(stream, leaf, limit + 1)
  const excess = following.length > limit ? following.at(-1) : undefined
  // The bucket that the first document too many lies in is not whole any more.
  const end = excess === undefined ? buckets : Math.floor((excess * buckets) / leafCount)
  const next = Math.max(from + 1, end)
  const before = firstLeaf(next, buckets)
  return { next, documents: await streams.listInLeaves(stream, { from: leaf, before }) }
}
