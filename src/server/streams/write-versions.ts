import { canonicalJson } from '#domain/base/canonical-json.ts'
import { type Hasher, hashText } from '#domain/base/hasher.ts'
import type { Instant } from '#domain/time/instant.ts'
import { nextChain } from '#domain/streams/stream-chain.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { leafOf } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamState, StreamStore, StreamVersion, WrittenDocument } from './stream-store.ts'
import { leavesAfter } from './touched-leaves.ts'

/** A document's new version. Without a body it is deleted and leaves a tombstone. */
export type DocumentWrite =
  | { kind: 'put'; docId: string; schema: string; body: unknown }
  | { kind: 'delete'; docId: string }

/** Hears before each part of a large write how many documents came before it; whoever throws here ends the write. */
export type OnPart = (done: number) => void

/** So many are hashed and saved before others are served: more in one query would keep them waiting while it is put together. */
const partSize = 250

/**
 * Writes documents of any kind into a stream; `writeDocuments` checks first that they belong there.
 * Unchanged documents are not written, so a repetition writes nothing.
 *
 * Call it last in the transaction, because it holds the stream's lock until the commit. Write several
 * streams in the order of their ids.
 */
export async function writeVersions(
  streams: StreamStore,
  stream: StreamId,
  writes: readonly DocumentWrite[],
  { hasher, now, onPart = () => {} }: { hasher: Hasher; now: Instant; onPart?: OnPart },
): Promise<{ head: StreamState; written: number }> {
  const docIds = writes.map(({ docId }) => docId)
  if (new Set(docIds).size !== docIds.length) throw new Error('One document, two writes')

  let head = await streams.lockHead(stream)
  const isNew = head.seq === 0
  const touched = new Set<number>()
  let written = 0
  for (let from = 0; from < writes.length; from += partSize) {
    onPart(from)
    const part = writes.slice(from, from + partSize)
    // Under its lock, a stream that has never been written has no former versions to ask for.
    const versions = isNew
      ? []
      : await streams.listVersions(stream, docIds.slice(from, from + partSize))
    const versionsByDocId = new Map(versions.map((version) => [version.docId, version]))
    const added: WrittenDocument[] = []
    const changed: WrittenDocument[] = []
    const links: { seq: number; chain16: string }[] = []
    for (const write of part) {
      const former = versionsByDocId.get(write.docId) ?? null
      const version = await nextVersion(former, write, head.seq + 1, hasher)
      if (version === null) continue
      head = await stateAfter(head, former, version, hasher)
      ;(former === null ? added : changed).push(version)
      links.push({ seq: head.seq, chain16: head.chain.slice(0, 16) })
      touched.add(version.leaf)
    }
    if (links.length === 0) continue
    await streams.saveDocuments(stream, { added, changed, links, writtenAt: now })
    written += links.length
  }
  if (written === 0) return { head, written }
  const { leaves, root } = await leavesAfter(
    streams,
    stream,
    { touched, count: head.count },
    hasher,
  )
  const state = { ...head, root }
  await streams.saveState(stream, state, leaves)
  return { head: state, written }
}

/** Null where a write changes nothing. */
async function nextVersion(
  former: StreamVersion | null,
  write: DocumentWrite,
  seq: number,
  hasher: Hasher,
): Promise<WrittenDocument | null> {
  const body = write.kind === 'put' ? write.body : null
  const text = canonicalJson(body)
  const bodyHash = await hashText(text, hasher)
  if (!isChange(former, write, bodyHash)) return null
  return {
    docId: write.docId,
    seq,
    deleted: write.kind === 'delete',
    schema: write.kind === 'put' ? write.schema : (former?.schema ?? 'deleted@1'),
    body,
    text,
    bodyHash,
    leaf: await leafOf(write.docId, hasher),
  }
}

function isChange(before: StreamVersion | null, write: DocumentWrite, bodyHash: string): boolean {
  if (write.kind === 'delete') return before !== null && !before.deleted
  return (
    before === null ||
    before.deleted ||
    before.bodyHash !== bodyHash ||
    before.schema !== write.schema
  )
}

/** The root is computed once, after the last document. */
async function stateAfter(
  state: StreamState,
  former: StreamVersion | null,
  document: StreamDocument,
  hasher: Hasher,
): Promise<StreamState> {
  const wasLive = former !== null && !former.deleted
  const count = state.count - Number(wasLive) + Number(!document.deleted)
  const chain = await nextChain(state.chain, document, hasher)
  return { ...state, count, seq: document.seq, chain }
}
