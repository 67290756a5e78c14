import type { Hasher } from '#domain/base/hasher.ts'
import {
  type DocumentMark,
  leafCount,
  type StreamLeaves,
  leafHash,
  rootOf,
  withLeaves,
} from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamState, StreamStore } from './stream-store.ts'

/** About so many marks are read at once: others are served in between. */
const marksAtOnce = 500

/** Returns the leaves of a locked stream, and their root, when the documents of a write are saved and its state is not. */
export async function leavesAfter(
  streams: Pick<StreamStore, 'readLeaves' | 'listMarks'>,
  stream: StreamId,
  { touched, count }: { touched: ReadonlySet<number>; count: StreamState['count'] },
  hasher: Hasher,
): Promise<{ leaves: StreamLeaves; root: string }> {
  const changed = new Map<number, Uint8Array<ArrayBuffer>>()
  const all = [...touched]
  const leavesAtOnce = Math.max(1, Math.floor((marksAtOnce * leafCount) / Math.max(1, count)))
  for (let from = 0; from < all.length; from += leavesAtOnce) {
    const part = all.slice(from, from + leavesAtOnce)
    const marksByLeaf = new Map<number, DocumentMark[]>(part.map((leaf) => [leaf, []]))
    for (const mark of await streams.listMarks(stream, part)) marksByLeaf.get(mark.leaf)?.push(mark)
    for (const [leaf, marks] of marksByLeaf) changed.set(leaf, await leafHash(marks, hasher))
  }
  const leaves = withLeaves(await streams.readLeaves(stream), changed)
  return { leaves, root: await rootOf(leaves, hasher) }
}
