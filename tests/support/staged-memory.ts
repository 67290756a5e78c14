import type { Hasher } from '#domain/base/hasher.ts'
import { bucketOfLeaf } from '#domain/streams/buckets.ts'
import type { Checkpoint, StreamDocument } from '#domain/streams/stream-document.ts'
import {
  type StreamLeaves,
  byLeaf,
  emptyLeaves,
  leafHash,
  leafOf,
  rootOf,
  withLeaves,
} from '#domain/streams/stream-root.ts'
import { areTheirBodies } from '#domain/trust/judge-replica.ts'
import type { StagedRoot } from '#storage/replica/replica-store.ts'
import type { MemoryChunk, StagedStream } from './replica-disk.ts'

/** What a commit would show. */
export type Plan = StagedRoot & {
  leaves: StreamLeaves
  chunks: readonly MemoryChunk[]
  /** The buckets whose chunks were sealed for this plan. */
  touched: ReadonlySet<number>
}

/** Of what is not what it was: no signed root is the same. */
export const brokenRoot: StagedRoot = { count: 0, root: '0'.repeat(64) }

export type PlanBase = {
  leaves: StreamLeaves
  count: number
  chunks: readonly MemoryChunk[]
  key: string
  /** Whether a chunk's documents are verified already. */
  isPinned(chunk: MemoryChunk, bucket: number): boolean
}

/**
 * Lays changes over chunks. A touched chunk that the employee has not verified would be sealed anew and pinned with all
 * that is in it. `unknown`: there is one. `forged`: a change has another body than its hash says.
 */
export async function planOf(
  base: PlanBase,
  changes: readonly StreamDocument[],
  { hasher, newNonce, trustsChunks }: { hasher: Hasher; newNonce(): string; trustsChunks: boolean },
): Promise<Plan | 'forged' | 'unknown'> {
  const buckets = base.chunks.length
  const newest = new Map(changes.map((change) => [change.docId, change]))
  const touchedLeaves = new Set<number>()
  for (const docId of newest.keys()) touchedLeaves.add(await leafOf(docId, hasher))
  const touched = new Set([...touchedLeaves].map((leaf) => bucketOfLeaf(leaf, buckets)))
  if (!(await areTheirBodies([...newest.values()], hasher))) return 'forged'

  const chunks = [...base.chunks]
  const changedLeaves = new Map<number, Uint8Array<ArrayBuffer>>()
  let { count } = base
  for (const bucket of touched) {
    const chunk = base.chunks[bucket]
    if (chunk === undefined || chunk.key !== base.key) return 'unknown'
    if (!trustsChunks && !base.isPinned(chunk, bucket)) return 'unknown'
    const documents = new Map(chunk.documents.map((document) => [document.docId, document]))
    for (const change of newest.values()) {
      if (bucketOfLeaf(await leafOf(change.docId, hasher), buckets) !== bucket) continue
      if (change.deleted) documents.delete(change.docId)
      else documents.set(change.docId, change)
    }
    const found = await byLeaf(documents.values(), hasher)
    for (const leaf of touchedLeaves) {
      if (bucketOfLeaf(leaf, buckets) !== bucket) continue
      changedLeaves.set(leaf, await leafHash(found.get(leaf) ?? [], hasher))
    }
    count += documents.size - chunk.documents.length
    chunks[bucket] = { key: base.key, nonce: newNonce(), documents: [...documents.values()] }
  }
  const leaves = withLeaves(base.leaves, changedLeaves)
  return { leaves, count, root: await rootOf(leaves, hasher), chunks, touched }
}

/** The leaves and the count of whole buckets, as they were staged. */
export async function leavesOfChunks(
  chunks: readonly MemoryChunk[],
  hasher: Hasher,
): Promise<{ leaves: StreamLeaves; count: number }> {
  const documents = chunks.flatMap((chunk) => chunk.documents)
  const changed = new Map<number, Uint8Array<ArrayBuffer>>()
  for (const [leaf, found] of await byLeaf(documents, hasher)) {
    changed.set(leaf, await leafHash(found, hasher))
  }
  return { leaves: withLeaves(emptyLeaves(), changed), count: documents.length }
}

/** Spreads whole buckets over their chunks. */
export async function chunksOf(
  documents: readonly StreamDocument[],
  { buckets, from, next, key }: { buckets: number; from: number; next: number; key: string },
  { hasher, newNonce }: { hasher: Hasher; newNonce(): string },
): Promise<MemoryChunk[]> {
  const chunks = Array.from({ length: next - from }, () => new Array<StreamDocument>())
  for (const document of documents) {
    const bucket = bucketOfLeaf(await leafOf(document.docId, hasher), buckets)
    chunks[bucket - from]?.push(document)
  }
  return chunks.map((documents) => ({ key, nonce: newNonce(), documents }))
}

/** True for all buckets and changes of this session up to exactly `at`. */
export function isStagedTo({ staging }: StagedStream, session: string, at: Checkpoint): boolean {
  const isWhole = staging.layout === null || staging.layout.next === staging.layout.buckets
  const isHere = staging.at.seq === at.seq && staging.at.chain16 === at.chain16
  return isWhole && isHere && staging.session === session
}
