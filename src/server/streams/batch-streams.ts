import { sql } from 'kysely'
import type { Hasher } from '#domain/base/hasher.ts'
import { type StreamId, streamOf } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { StreamStore } from './stream-store.ts'
import { writeDocuments } from './write-documents.ts'
import type { DocumentWrite } from './write-versions.ts'

export type PutOff = (stream: StreamId, writes: readonly DocumentWrite[]) => void
/** A document that is asked for by its presence. */
export type Presenced = { stream: StreamId; docId: string }
type Presence = Awaited<ReturnType<StreamStore['findPresence']>>

/** The streams of a batch: each is written once, or when somebody asks for a document that waits to be written. */
export function batchStreams(
  stored: StreamStore,
  transaction: DatabaseTransaction,
  tools: { hasher: Hasher; now: Instant },
) {
  const waiting = new Map<StreamId, Map<string, DocumentWrite>>()
  const forms = new Map<string, ReturnType<StreamStore['findDocument']>>()
  const presences = new Map<string, Presence>()

  async function flushOf(streams: Iterable<StreamId>): Promise<void> {
    // In the order of their ids, so that two writers cannot deadlock.
    for (const stream of [...streams].toSorted()) {
      const writes = waiting.get(stream)
      if (writes === undefined) continue
      waiting.delete(stream)
      for (const docId of writes.keys()) presences.delete(keyOf(stream, docId))
      const write = { writer: 'projection', ...tools } as const
      await writeDocuments(stored, stream, [...writes.values()], write)
    }
  }
  /** Of other documents a stream says the same before and after it is written. */
  const flushWith = (docIds: readonly string[], streams: readonly StreamId[]) =>
    flushOf(streams.filter((stream) => docIds.some((docId) => waiting.get(stream)?.has(docId))))

  const putOff: PutOff = (stream, writes) => {
    const before = waiting.get(stream) ?? new Map<string, DocumentWrite>()
    for (const write of writes) before.set(write.docId, write)
    waiting.set(stream, before)
  }
  async function foresee(wanted: readonly Presenced[]): Promise<void> {
    const missing = wanted.filter(({ stream, docId }) => !presences.has(keyOf(stream, docId)))
    if (missing.length === 0) return
    const found = await findPresences(transaction, missing)
    for (const { stream, docId } of missing) {
      presences.set(keyOf(stream, docId), found.get(keyOf(stream, docId)) ?? null)
    }
  }
  const store: StreamStore = {
    ...stored,
    async findDocument(stream, docId) {
      await flushWith([docId], [stream])
      // No entry changes a form.
      if (streamOf(stream).class !== 'forms') return await stored.findDocument(stream, docId)
      const key = keyOf(stream, docId)
      const form = forms.get(key) ?? stored.findDocument(stream, docId)
      forms.set(key, form)
      return await form
    },
    async findPresence(stream, docId) {
      await flushWith([docId], [stream])
      await foresee([{ stream, docId }])
      return presences.get(keyOf(stream, docId)) ?? null
    },
    async listVersions(stream, docIds) {
      await flushWith(docIds, [stream])
      return await stored.listVersions(stream, docIds)
    },
    async listDocuments(stream, page) {
      await flushOf([stream])
      return await stored.listDocuments(stream, page)
    },
    async listStreamsWith(docId, streams) {
      await flushWith([docId], streams)
      return await stored.listStreamsWith(docId, streams)
    },
  }
  return { store, putOff, foresee, flush: () => flushOf(waiting.keys()) }
}

async function findPresences(
  transaction: DatabaseTransaction,
  wanted: readonly Presenced[],
): Promise<Map<string, Presence>> {
  const { rows } = await sql<{
    streamId: StreamId
    docId: string
    deleted: boolean
    writtenAt: Instant
  }>`
    select stream_doc.stream_id, stream_doc.doc_id, deleted, written_at
    from unnest(
      ${wanted.map(({ stream }) => stream)}::text[],
      ${wanted.map(({ docId }) => docId)}::text[]
    ) as wanted (stream_id, doc_id)
    join stream_doc using (stream_id, doc_id)`.execute(transaction)
  return new Map(
    rows.map(({ streamId, docId, deleted, writtenAt }) => [
      keyOf(streamId, docId),
      { endedAt: deleted ? writtenAt : null },
    ]),
  )
}

function keyOf(stream: StreamId, docId: string): string {
  return `${stream} ${docId}`
}
