import { canonicalJson } from '#domain/base/canonical-json.ts'
import { type Hasher, hashText } from '#domain/base/hasher.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import {
  type StreamLeaves,
  byLeaf,
  emptyLeaves,
  leafAt,
  leafCount,
  leafHash,
  rootOf,
} from '#domain/streams/stream-root.ts'
import { bucketOfLeaf } from './chunks.ts'

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
  for (const { deleted, body, bodyHash } of documents) {
    if (deleted || (await hashText(canonicalJson(body), hasher)) !== bodyHash) return false
  }
  return true
}

/** True when the documents of a bucket are exactly those that its leaves were made of. */
export async function fillBucket(
  documents: readonly StreamDocument[],
  { leaves, bucket, buckets }: { leaves: StreamLeaves; bucket: number; buckets: number },
  hasher: Hasher,
): Promise<boolean> {
  const found = await byLeaf(documents, hasher)
  for (const leaf of found.keys()) if (bucketOfLeaf(leaf, buckets) !== bucket) return false
  const perBucket = leafCount / buckets
  for (let leaf = bucket * perBucket; leaf < (bucket + 1) * perBucket; leaf++) {
    const hash = await leafHash(found.get(leaf) ?? [], hasher)
    if (!isSame(hash, leafAt(leaves, leaf))) return false
  }
  return true
}

/** True for a number of buckets that leaves can be spread over evenly. */
export function isLayout(buckets: number): boolean {
  return Number.isInteger(Math.log2(buckets)) && buckets <= leafCount
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, at) => byte === b[at])
}
