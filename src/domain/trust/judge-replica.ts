import { canonicalJson } from '../base/canonical-json.ts'
import { type Hasher, hashText } from '../base/hasher.ts'
import { bucketOfLeaf } from '../streams/buckets.ts'
import type { StreamDocument } from '../streams/stream-document.ts'
import {
  type DocumentMark,
  type StreamLeaves,
  byLeaf,
  leafAt,
  leafCount,
  leafHash,
  rootOf,
} from '../streams/stream-root.ts'
import { type SignedHead, isBelow } from './stream-head.ts'
import type { StreamPin } from './stream-pin.ts'

/** A chunk as it was opened. Null documents did not open. */
export type OpenedChunk = { hash: string; documents: readonly StreamDocument[] | null }

/** A generation as it lies on the device, with a head that the server has signed. */
export type OpenedGeneration = {
  head: SignedHead
  generation: string
  leaves: StreamLeaves
  /** By bucket, all of them. */
  chunks: readonly OpenedChunk[]
}

/**
 * What an opened generation is worth. Chunks that the employee has pinned are believed as they are; of all others every
 * body is hashed. Chunks that did not open are counted as damaged elsewhere: the others are checked all the same.
 */
export async function judgeGeneration(
  { head, generation, leaves, chunks }: OpenedGeneration,
  pin: StreamPin | null,
  hasher: Hasher,
): Promise<'verified' | 'older' | 'unverified'> {
  const order = pin !== null && isBelow(head.head, pin.head.head) ? 'older' : 'verified'
  const isPinned = (hash: string, bucket: number): boolean =>
    pin !== null && pin.generation === generation && pin.chunks.get(bucket) === hash
  const areAllPinned = chunks.every(({ hash }, bucket) => isPinned(hash, bucket))
  if (areAllPinned && pin?.head.head.root === head.head.root) return order

  if ((await rootOf(leaves, hasher)) !== head.head.root) return 'unverified'
  for (const [bucket, { hash, documents }] of chunks.entries()) {
    if (documents === null) continue
    if (!isPinned(hash, bucket) && !(await areTheirBodies(documents, hasher))) return 'unverified'
    if (!(await areTheirLeaves(documents, bucket, chunks.length, leaves, hasher))) {
      return 'unverified'
    }
  }
  return order
}

/** True when every document's body is the one that its hash names, and no live document is called deleted. */
export async function areTheirBodies(
  documents: readonly StreamDocument[],
  hasher: Hasher,
): Promise<boolean> {
  const hashes = await Promise.all(
    documents.map(({ body }) => hashText(canonicalJson(body), hasher)),
  )
  return documents.every(
    ({ bodyHash, body, deleted }, index) =>
      bodyHash === hashes[index] && deleted === (body === null),
  )
}

/** True when the documents are all that the leaves of their bucket say, and nothing else. */
async function areTheirLeaves(
  documents: readonly DocumentMark[],
  bucket: number,
  buckets: number,
  leaves: StreamLeaves,
  hasher: Hasher,
): Promise<boolean> {
  const found = await byLeaf(documents, hasher)
  for (const leaf of found.keys()) if (bucketOfLeaf(leaf, buckets) !== bucket) return false
  const width = leafCount / buckets
  for (let leaf = bucket * width; leaf < (bucket + 1) * width; leaf++) {
    const hash = await leafHash(found.get(leaf) ?? [], hasher)
    const said = leafAt(leaves, leaf)
    if (hash.some((byte, at) => byte !== said[at])) return false
  }
  return true
}
