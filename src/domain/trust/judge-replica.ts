import { canonicalJson } from '../base/canonical-json.ts'
import { type Hasher, hashText } from '../base/hasher.ts'
import { bucketOfLeaf } from '../streams/buckets.ts'
import type { StreamDocument } from '../streams/stream-document.ts'
import {
  type DocumentMark,
  type StreamLeaves,
  byLeaf,
  emptyLeaves,
  leafCount,
  leafHash,
  isLeaf,
  rootOf,
} from '../streams/stream-root.ts'

/** A generation as it lies on the device. Whoever may write there may have written all of it. */
export type Generation = { root: string; leaves: StreamLeaves; buckets: number }

/** A chunk that opened. `isPinned`: the employee has verified exactly these bytes before. */
export type OpenedChunk = {
  bucket: number
  isPinned: boolean
  documents: readonly StreamDocument[]
}

/**
 * True when all chunks that opened hold what the signed root was made of. Of a chunk that is not pinned every body is
 * hashed. Chunks that did not open are missing here and counted as damaged elsewhere: the others are checked all the same.
 */
export async function holdsWhatWasSigned(
  { root, leaves, buckets }: Generation,
  opened: readonly OpenedChunk[],
  hasher: Hasher,
): Promise<boolean> {
  if (!isLayout(buckets) || !(await areLeavesOf(leaves, root, hasher))) return false
  for (const { bucket, isPinned, documents } of opened) {
    if (!isPinned && !(await haveOwnBodies(documents, hasher))) return false
    if (!(await fillBucket(documents, { leaves, bucket, buckets }, hasher))) return false
  }
  return true
}

/** True for leaves whose root is the signed one. Those of a row that was tampered with may be anything. */
export async function areLeavesOf(
  leaves: StreamLeaves,
  root: string,
  hasher: Hasher,
): Promise<boolean> {
  const isWhole = leaves instanceof Uint8Array && leaves.length === emptyLeaves().length
  return isWhole && (await rootOf(leaves, hasher)) === root
}

/** True when each document is live and its body is what its hash says. */
export async function haveOwnBodies(
  documents: readonly StreamDocument[],
  hasher: Hasher,
): Promise<boolean> {
  return documents.every(({ deleted }) => !deleted) && areTheirBodies(documents, hasher)
}

/** True when every document's body is the one that its hash names, and no live document is called deleted. */
export async function areTheirBodies(
  documents: readonly StreamDocument[],
  hasher: Hasher,
): Promise<boolean> {
  for (const { deleted, body, bodyHash } of documents) {
    if (deleted !== (body === null)) return false
    if ((await hashText(canonicalJson(body), hasher)) !== bodyHash) return false
  }
  return true
}

/** True for a number of buckets that leaves can be spread over evenly. */
export function isLayout(buckets: number): boolean {
  return Number.isInteger(Math.log2(buckets)) && buckets <= leafCount
}

/** True when the documents of a bucket are exactly those that its leaves were made of. */
async function fillBucket(
  documents: readonly DocumentMark[],
  { leaves, bucket, buckets }: { leaves: StreamLeaves; bucket: number; buckets: number },
  hasher: Hasher,
): Promise<boolean> {
  const found = await byLeaf(documents, hasher)
  for (const leaf of found.keys()) if (bucketOfLeaf(leaf, buckets) !== bucket) return false
  const hashes = new Map<number, Uint8Array<ArrayBuffer>>()
  for (const [leaf, inLeaf] of found) hashes.set(leaf, await leafHash(inLeaf, hasher))
  const perBucket = leafCount / buckets
  for (let leaf = bucket * perBucket; leaf < (bucket + 1) * perBucket; leaf++) {
    if (!isLeaf(leaves, leaf, hashes.get(leaf) ?? null)) return false
  }
  return true
}
