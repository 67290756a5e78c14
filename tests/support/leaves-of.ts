import type { Hasher } from '#domain/base/hasher.ts'
import {
  type DocumentMark,
  type StreamLeaves,
  emptyLeaves,
  leafHashes,
  withLeaves,
} from '#domain/streams/stream-root.ts'

/** The leaves of a whole stream. */
export async function leavesOf(
  documents: Iterable<DocumentMark>,
  hasher: Hasher,
): Promise<StreamLeaves> {
  return withLeaves(emptyLeaves(), await leafHashes(documents, hasher))
}
