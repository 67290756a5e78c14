import type { Hasher } from '#domain/base/hasher.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import {
  type StreamLeaves,
  byLeaf,
  leafHash,
  leafOf,
  rootOf,
  withLeaves,
} from '#domain/streams/stream-root.ts'
import { bucketOfLeaf } from '#domain/streams/buckets.ts'
import { bucketOf, bucketsFor, isUneven, spread } from './chunks.ts'

/** What a commit would write: the stream's new leaves and the chunks that change. */
export type StagedPlan = {
  count: number
  root: string
  leaves: StreamLeaves
  buckets: number
  chunks: Map<number, StreamDocument[]>
  /** True when `chunks` are all chunks of the generation: every other chunk is then deleted. */
  whole: boolean
}

/** What changes are made to: a shown replica, or the buckets of a build. Its documents are verified. */
export type PlanBase = {
  count: number
  leaves: StreamLeaves
  buckets: number
  /** Null when one is missing, or is not what it was. */
  readChunks(buckets: readonly number[]): Promise<Map<number, readonly StreamDocument[]> | null>
  /** True when chunks may be spread anew; the chunks of a build stay as they came. */
  spreadsAnew: boolean
}

/** Applies changes: only the leaves that they touch are computed again. Null when the base cannot be read. */
export async function planChanges(
  base: PlanBase,
  staged: readonly StreamDocument[],
  hasher: Hasher,
): Promise<StagedPlan | null> {
  const { buckets } = base
  const newest = new Map(staged.map((document) => [document.docId, document]))
  const leaves = new Set<number>()
  for (const docId of newest.keys()) leaves.add(await leafOf(docId, hasher))
  const touched = [...new Set([...leaves].map((leaf) => bucketOfLeaf(leaf, buckets)))]
  const before = await base.readChunks(touched)
  if (before === null) return null

  const kept = (document: StreamDocument) => !newest.has(document.docId)
  const live = Array.from(newest.values()).filter((document) => !document.deleted)
  const chunks = new Map<number, StreamDocument[]>()
  let count = base.count + live.length
  for (const [bucket, documents] of before) {
    chunks.set(bucket, documents.filter(kept))
    count -= documents.length - (chunks.get(bucket)?.length ?? 0)
  }
  for (const document of live) {
    chunks.get(await bucketOf(document.docId, buckets, hasher))?.push(document)
  }
  const byTouched = await byLeaf([...chunks.values()].flat(), hasher)
  const changed = new Map<number, Uint8Array<ArrayBuffer>>()
  for (const leaf of leaves) changed.set(leaf, await leafHash(byTouched.get(leaf) ?? [], hasher))
  const next = withLeaves(base.leaves, changed)
  const facts = { count, leaves: next, root: await rootOf(next, hasher) }
  if (!base.spreadsAnew || !isUneven(count, buckets)) {
    return { ...facts, buckets, chunks, whole: false }
  }
  const others = Array.from({ length: buckets }, (_, at) => at).filter((at) => !chunks.has(at))
  const rest = await base.readChunks(others)
  if (rest === null) return null
  const all = [...chunks.values(), ...rest.values()].flat()
  const wanted = bucketsFor(count)
  const anew = new Map<number, StreamDocument[]>()
  for (const [bucket, { documents }] of await spread(all, { buckets: wanted }, hasher)) {
    anew.set(bucket, documents)
  }
  return { ...facts, buckets: wanted, chunks: anew, whole: true }
}
