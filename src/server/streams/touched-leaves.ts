import type { Hasher } from '#domain/base/hasher.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import {
  type DocumentMark,
  type StreamLeaves,
  leafHash,
  rootOf,
  withLeaves,
} from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from './stream-store.ts'

export type LeafDocument = StreamDocument & { leaf: number }

/** Returns the leaves of a stream, and their root, after a write that is not saved yet. The stream must be locked. */
export async function leavesAfter(
  streams: Pick<StreamStore, 'readLeaves' | 'listMarks'>,
  stream: StreamId,
  written: readonly LeafDocument[],
  hasher: Hasher,
): Promise<{ leaves: StreamLeaves; root: string }> {
  const marksByLeaf = new Map<number, Map<string, DocumentMark>>()
  for (const { leaf } of written) marksByLeaf.set(leaf, new Map())
  for (const mark of await streams.listMarks(stream, [...marksByLeaf.keys()])) {
    marksByLeaf.get(mark.leaf)?.set(mark.docId, mark)
  }
  for (const document of written) {
    const marks = marksByLeaf.get(document.leaf)
    if (document.deleted) marks?.delete(document.docId)
    else marks?.set(document.docId, document)
  }
  const changed = new Map<number, Uint8Array<ArrayBuffer>>()
  for (const [leaf, marks] of marksByLeaf) {
    changed.set(leaf, await leafHash([...marks.values()], hasher))
  }
  const leaves = withLeaves(await streams.readLeaves(stream), changed)
  return { leaves, root: await rootOf(leaves, hasher) }
}
