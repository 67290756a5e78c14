import { canonicalJson } from '#domain/base/canonical-json.ts'
import { type Hasher, hashText } from '#domain/base/hasher.ts'
import type { Instant } from '#domain/time/instant.ts'
import { nextChain } from '#domain/streams/stream-chain.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { leafOf } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamState, StreamStore, StreamVersion } from './stream-store.ts'
import { type LeafDocument, leavesAfter } from './touched-leaves.ts'

/** A document's new version. Without a body it is deleted and leaves a tombstone. */
export type DocumentWrite =
  | { kind: 'put'; docId: string; schema: string; body: unknown }
  | { kind: 'delete'; docId: string }

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
  { hasher, now }: { hasher: Hasher; now: Instant },
): Promise<{ head: StreamState; written: number }> {
  const hashed = await Promise.all(
    writes.map(async (write) => {
      const body = write.kind === 'put' ? write.body : null
      return { write, bodyHash: await hashText(canonicalJson(body), hasher) }
    }),
  )
  const docIds = writes.map(({ docId }) => docId)
  if (new Set(docIds).size !== docIds.length) throw new Error('One document, two writes')

  let head = await streams.lockHead(stream)
  const versions = await streams.listVersions(stream, docIds)
  const versionsByDocId = new Map(versions.map((version) => [version.docId, version]))
  const documents: LeafDocument[] = []
  const links: { seq: number; chain16: string }[] = []
  for (const { write, bodyHash } of hashed) {
    const former = versionsByDocId.get(write.docId) ?? null
    if (!isChange(former, write, bodyHash)) continue
    const document = {
      docId: write.docId,
      seq: head.seq + 1,
      deleted: write.kind === 'delete',
      schema: write.kind === 'put' ? write.schema : (former?.schema ?? 'deleted@1'),
      body: write.kind === 'put' ? write.body : null,
      bodyHash,
      leaf: await leafOf(write.docId, hasher),
    }
    head = await stateAfter(head, former, document, hasher)
    documents.push(document)
    links.push({ seq: head.seq, chain16: head.chain.slice(0, 16) })
  }
  if (documents.length === 0) return { head, written: 0 }
  const { leaves, root } = await leavesAfter(streams, stream, documents, hasher)
  const state = { ...head, root }
  await streams.saveWrite(stream, { documents, links, state, leaves, writtenAt: now })
  return { head: state, written: documents.length }
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
