import type { Hasher } from '#domain/base/hasher.ts'
import {
  type StreamDigest,
  documentMark,
  emptyDigest,
  minusMark,
  plusMark,
} from '#domain/streams/stream-digest.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { bucketOf, bucketsFor, isUneven, spread } from './chunks.ts'

/** What a commit would write: the stream's new digest and the chunks that change. */
export type StagedPlan = {
  digest: StreamDigest
  buckets: number
  chunks: Map<number, StreamDocument[]>
  /** True when `chunks` are all chunks of the generation: every other chunk is then deleted. */
  whole: boolean
}

/** Plans a stream that is built from nothing. Later versions of a document come after earlier ones. */
export async function planBuild(
  staged: readonly StreamDocument[],
  hasher: Hasher,
): Promise<StagedPlan> {
  const live = Array.from(newestOf(staged).values()).filter((document) => !document.deleted)
  let digest = emptyDigest
  for (const document of live) digest = plusMark(digest, await documentMark(document, hasher))
  const buckets = bucketsFor(live.length)
  return { digest, buckets, chunks: await spread(live, buckets, hasher), whole: true }
}

/** Plans changes to what is shown. A chunk that does not open is read as empty: the digest is then wrong. */
export async function planDelta(
  base: {
    digest: StreamDigest
    buckets: number
    readChunks(buckets: readonly number[]): Promise<Map<number, StreamDocument[]>>
  },
  staged: readonly StreamDocument[],
  hasher: Hasher,
): Promise<StagedPlan> {
  const newest = newestOf(staged)
  const touched = new Set<number>()
  for (const docId of newest.keys()) touched.add(await bucketOf(docId, base.buckets, hasher))
  const before = await base.readChunks([...touched])

  let digest = base.digest
  for (const document of [...before.values()].flat()) {
    if (newest.has(document.docId)) {
      digest = minusMark(digest, await documentMark(document, hasher))
    }
  }
  const live = Array.from(newest.values()).filter((document) => !document.deleted)
  for (const document of live) digest = plusMark(digest, await documentMark(document, hasher))

  const kept = (document: StreamDocument) => !newest.has(document.docId)
  if (isUneven(digest.count, base.buckets)) {
    const all = await base.readChunks(Array.from({ length: base.buckets }, (_, at) => at))
    const documents = [...[...all.values()].flat().filter(kept), ...live]
    const buckets = bucketsFor(digest.count)
    return { digest, buckets, chunks: await spread(documents, buckets, hasher), whole: true }
  }
  const chunks = new Map<number, StreamDocument[]>()
  for (const bucket of touched) chunks.set(bucket, (before.get(bucket) ?? []).filter(kept))
  for (const document of live) {
    chunks.get(await bucketOf(document.docId, base.buckets, hasher))?.push(document)
  }
  return { digest, buckets: base.buckets, chunks, whole: false }
}

function newestOf(staged: readonly StreamDocument[]): Map<string, StreamDocument> {
  return new Map(staged.map((document) => [document.docId, document]))
}
