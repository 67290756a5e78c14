import { leafCount } from './stream-root.ts'

/** The bucket of a leaf: leaves are spread evenly, in their order. `buckets` is a power of two up to 256. */
export function bucketOfLeaf(leaf: number, buckets: number): number {
  return Math.floor((leaf * buckets) / leafCount)
}
