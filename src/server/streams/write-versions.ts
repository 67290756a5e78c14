import { canonicalJson } from '#domain/base/canonical-json.ts'
import { type Hasher, hashText } from '#domain/base/hasher.ts'
import type { Instant } from '#domain/time/instant.ts'
import { nextChain } from '#domain/streams/stream-chain.ts'
import { documentMark, minusMark, plusMark } from '#domain/streams/stream-digest.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamHead, StreamStore, StreamVersion } from './stream-store.ts'

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
): Promise<{ head: StreamHead; written: number }> {
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
  const documents: StreamDocument[] = []
  const links: { seq: number; chain16: string }[] = []
  for (const { write, bodyHash } of hashed) {
    const before = versionsByDocId.get(write.docId) ?? null
    if (!isChange(before, write, bodyHash)) continue
    const document = {
      docId: write.docId,
      seq: head.seq + 1,
      deleted: write.kind === 'delete',
      schema: write.kind === 'put' ? write.schema : (before?.schema ?? 'deleted@1'),
      body: write.kind === 'put' ? write.body : null,
      bodyHash,
    }
    head = await headAfter(head, before, document, hasher)
    documents.push(document)
    links.push({ seq: head.seq, chain16: head.chain.slice(0, 16) })
  }
  if (documents.length > 0) {
    await streams.saveWrite(stream, { documents, links, head, writtenAt: now })
  }
  return { head, written: documents.length }
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

async function headAfter(
  head: StreamHead,
  before: StreamVersion | null,
  document: StreamDocument,
  hasher: Hasher,
): Promise<StreamHead> {
  let total = { count: head.count, digest: head.digest }
  if (before !== null && !before.deleted) {
    total = minusMark(total, await documentMark(before, hasher))
  }
  if (!document.deleted) total = plusMark(total, await documentMark(document, hasher))
  const chain = await nextChain(head.chain, document, hasher)
  return { ...total, seq: document.seq, chain, floor: head.floor }
}
