import { sql } from 'kysely'
import { emptyLeaves } from '#domain/streams/stream-root.ts'
import { streamOf, type StreamId } from '#domain/streams/stream.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { saveDocuments } from './save-documents.ts'
import { emptyState, type StreamState, type StreamStore } from './stream-store.ts'

const documentColumns = ['docId', 'seq', 'deleted', 'schema', 'body', 'bodyHash'] as const

/** The streams in the database, as one tenant's transaction sees them. */
export function postgresStreamStore(transaction: DatabaseTransaction): StreamStore {
  const live = (stream: StreamId) =>
    transaction.selectFrom('streamDoc').where('streamId', '=', stream).where('deleted', '=', false)
  return {
    findHead: (stream) => readHead(transaction, stream, 'read'),

    async lockHead(stream) {
      await transaction
        .insertInto('stream')
        .values({ ...ownerOf(stream), ...emptyState, leaves: emptyLeaves() })
        .onConflict((known) => known.doNothing())
        .execute()
      const head = await readHead(transaction, stream, 'lock')
      if (head === null) throw new Error(`No access to ${stream}`)
      return head
    },

    async readLeaves(stream) {
      const row = await transaction
        .selectFrom('stream')
        .select('leaves')
        .where('streamId', '=', stream)
        .executeTakeFirst()
      return row === undefined ? emptyLeaves() : new Uint8Array(row.leaves)
    },

    async listMarks(stream, leaves) {
      if (leaves.length === 0) return []
      return await live(stream)
        .select(['docId', 'seq', 'schema', 'bodyHash', 'leaf'])
        .where('leaf', '=', sql<number>`any(${[...leaves]}::smallint[])`)
        .execute()
    },

    async listVersions(stream, docIds) {
      if (docIds.length === 0) return []
      return await transaction
        .selectFrom('streamDoc')
        .select(['docId', 'seq', 'deleted', 'schema', 'bodyHash'])
        .where('streamId', '=', stream)
        .where((row) => row('docId', '=', sql<string>`any(${[...docIds]})`))
        .execute()
    },

    async findDocument(stream, docId) {
      const row = await transaction
        .selectFrom('streamDoc')
        .select(documentColumns)
        .where('streamId', '=', stream)
        .where('docId', '=', docId)
        .executeTakeFirst()
      return row === undefined ? null : withBody(row)
    },

    saveDocuments: (stream, part) => saveDocuments(transaction, ownerOf(stream), part),

    async saveState(stream, state, leaves) {
      await transaction
        .updateTable('stream')
        .set({ ...state, leaves })
        .where('streamId', '=', stream)
        .execute()
    },

    async listDocuments(stream, { after, limit, tombstones }) {
      const rows = await transaction
        .selectFrom('streamDoc')
        .select(documentColumns)
        .where('streamId', '=', stream)
        .where('seq', '>', after)
        .$if(tombstones === 'without', (query) => query.where('deleted', '=', false))
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(withBody)
    },

    async listLeaves(stream, from, limit) {
      const rows = await live(stream)
        .select('leaf')
        .where('leaf', '>=', from)
        .orderBy('leaf')
        .limit(limit)
        .execute()
      return rows.map(({ leaf }) => leaf)
    },

    async listInLeaves(stream, { from, before }) {
      const rows = await live(stream)
        .select(documentColumns)
        .where('leaf', '>=', from)
        .where('leaf', '<', before)
        .orderBy('leaf')
        .execute()
      return rows.map(withBody)
    },

    async findPresence(stream, docId) {
      const row = await transaction
        .selectFrom('streamDoc')
        .select(['deleted', 'writtenAt'])
        .where('streamId', '=', stream)
        .where('docId', '=', docId)
        .executeTakeFirst()
      if (row === undefined) return null
      return { endedAt: row.deleted ? row.writtenAt : null }
    },

    async listStreamsWith(docId, streams) {
      if (streams.length === 0) return []
      const rows = await transaction
        .selectFrom('streamDoc')
        .select('streamId')
        .where('streamId', '=', sql<StreamId>`any(${[...streams]}::text[])`)
        .where('docId', '=', docId)
        .where('deleted', '=', false)
        .execute()
      return rows.map(({ streamId }) => streamId)
    },

    async listWrittenBefore(stream, { schema, before, limit }) {
      const rows = await transaction
        .selectFrom('streamDoc')
        .select('docId')
        .where('streamId', '=', stream)
        .where('deleted', '=', false)
        .where('schema', '=', schema)
        .where('writtenAt', '<', before)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(({ docId }) => docId)
    },

    async findLink(stream, seq) {
      const row = await transaction
        .selectFrom('streamCommit')
        .select('chain16')
        .where('streamId', '=', stream)
        .where('seq', '=', seq)
        .executeTakeFirst()
      return row?.chain16 ?? null
    },

    async removeTombstones(stream, before) {
      const tombstones = transaction
        .selectFrom('streamDoc')
        .where('streamId', '=', stream)
        .where('deleted', '=', true)
      const kept = await tombstones
        .select('seq')
        .where('writtenAt', '>=', before)
        .orderBy('seq')
        .executeTakeFirst()
      const removed = await transaction
        .deleteFrom('streamDoc')
        .where('streamId', '=', stream)
        .where('deleted', '=', true)
        .$if(kept !== undefined, (query) => query.where('seq', '<', kept?.seq ?? 0))
        .returning('seq')
        .execute()
      return removed.length === 0 ? null : Math.max(...removed.map(({ seq }) => seq))
    },

    async removeLinks(stream, before) {
      const links = transaction.selectFrom('streamCommit').where('streamId', '=', stream)
      const kept = await links
        .select('seq')
        .where('writtenAt', '>=', before)
        .orderBy('seq')
        .executeTakeFirst()
      const newest = await links.select('seq').orderBy('seq', 'desc').executeTakeFirst()
      const headThen = kept === undefined ? (newest?.seq ?? 0) : kept.seq - 1
      await transaction
        .deleteFrom('streamCommit')
        .where('streamId', '=', stream)
        .where('seq', '<', headThen)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('streamDoc')
                .select('streamDoc.seq')
                .whereRef('streamDoc.municipalityId', '=', 'streamCommit.municipalityId')
                .whereRef('streamDoc.streamId', '=', 'streamCommit.streamId')
                .whereRef('streamDoc.seq', '=', 'streamCommit.seq'),
            ),
          ),
        )
        .execute()
    },

    async saveFloor(stream, floor) {
      await transaction
        .updateTable('stream')
        .set({ floor })
        .where('streamId', '=', stream)
        .execute()
    },

    async saveEpoch(stream, epoch) {
      await transaction
        .updateTable('stream')
        .set({ epoch })
        .where('streamId', '=', stream)
        .execute()
    },
  }
}

async function readHead(
  transaction: DatabaseTransaction,
  stream: StreamId,
  purpose: 'read' | 'lock',
): Promise<StreamState | null> {
  const row = await transaction
    .selectFrom('stream')
    .select(['epoch', 'seq', 'chain', 'floor', 'count', 'root'])
    .where('streamId', '=', stream)
    .$if(purpose === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? null
}

function ownerOf(streamId: StreamId) {
  const stream = streamOf(streamId)
  const zoneId = stream.kind === 'zone' ? stream.zone : null
  return { municipalityId: stream.municipality, streamId, zoneId }
}

function withBody<Row extends { body: string }>(row: Row): Omit<Row, 'body'> & { body: unknown } {
  const body: unknown = JSON.parse(row.body)
  return { ...row, body }
}
