import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { emptyLeaves } from '#domain/streams/stream-root.ts'
import { type StreamStore, emptyState } from '#server/streams/stream-store.ts'
import type { StreamRows, Transaction } from './memory-sync-database.ts'

const emptyRows: StreamRows = {
  state: emptyState,
  leaves: emptyLeaves(),
  documents: new Map(),
  links: new Map(),
}

export function memoryStreamStore(transaction: Transaction): StreamStore {
  const { written, below, pause } = transaction
  const rowsOf = (stream: StreamId): StreamRows | undefined =>
    written.streams.get(stream) ?? below().streams.get(stream)
  const locked = new Set<StreamId>()

  const changeNow = (stream: StreamId, work: (rows: StreamRows) => StreamRows) => {
    if (!locked.has(stream)) throw new Error(`A write to ${stream} without its lock`)
    written.streams.set(stream, work(rowsOf(stream) ?? emptyRows))
  }
  const change = async (stream: StreamId, work: (rows: StreamRows) => StreamRows) => {
    await pause()
    changeNow(stream, work)
  }

  return {
    async findHead(stream) {
      await pause()
      return rowsOf(stream)?.state ?? null
    },
    async lockHead(stream) {
      if (transaction.without !== 'streamLock') await transaction.lock(`stream ${stream}`, 'wait')
      locked.add(stream)
      return rowsOf(stream)?.state ?? emptyState
    },
    async readLeaves(stream) {
      await pause()
      return (rowsOf(stream) ?? emptyRows).leaves
    },
    async listMarks(stream, leaves) {
      await pause()
      const wanted = new Set(leaves)
      return inOrder(rowsOf(stream) ?? emptyRows)
        .filter(({ document, leaf }) => !document.deleted && wanted.has(leaf))
        .map(({ document, leaf }) => ({ ...document, leaf }))
    },
    async listVersions(stream, docIds) {
      await pause()
      return docIds.flatMap((docId) => rowsOf(stream)?.documents.get(docId)?.document ?? [])
    },
    async findDocument(stream, docId) {
      await pause()
      return rowsOf(stream)?.documents.get(docId)?.document ?? null
    },
    async saveDocuments(stream, { added, changed, links, writtenAt }) {
      const documents = [...added, ...changed].map((written) => {
        const { docId, seq, deleted, schema, body, bodyHash, leaf } = written
        const document = { docId, seq, deleted, schema, body, bodyHash }
        return [docId, { document, leaf, writtenAt }] as const
      })
      await change(stream, (rows) => ({
        ...rows,
        documents: new Map([...rows.documents, ...documents]),
        links: new Map([
          ...rows.links,
          ...links.map(({ seq, chain16 }) => [seq, { chain16, writtenAt }] as const),
        ]),
      }))
    },
    saveState: (stream, state, leaves) =>
      Promise.resolve(changeNow(stream, (rows) => ({ ...rows, state, leaves }))),
    async listDocuments(stream, { after, limit, tombstones }) {
      await pause()
      return inOrder(rowsOf(stream) ?? emptyRows)
        .map(({ document }) => document)
        .filter(({ seq, deleted }) => seq > after && (tombstones === 'with' || !deleted))
        .slice(0, limit)
    },
    async listLeaves(stream, from, limit) {
      await pause()
      return inOrder(rowsOf(stream) ?? emptyRows)
        .filter(({ document, leaf }) => !document.deleted && leaf >= from)
        .map(({ leaf }) => leaf)
        .toSorted((a, b) => a - b)
        .slice(0, limit)
    },
    async listInLeaves(stream, { from, before }) {
      await pause()
      return inOrder(rowsOf(stream) ?? emptyRows)
        .filter(({ document, leaf }) => !document.deleted && leaf >= from && leaf < before)
        .map(({ document }) => document)
    },
    async findPresence(stream, docId) {
      await pause()
      const row = rowsOf(stream)?.documents.get(docId)
      if (row === undefined) return null
      return { endedAt: row.document.deleted ? Instant.parse(row.writtenAt) : null }
    },
    async listStreamsWith(docId, streams) {
      await pause()
      return streams.filter((stream) => {
        const row = rowsOf(stream)?.documents.get(docId)
        return row !== undefined && !row.document.deleted
      })
    },
    async listWrittenBefore(stream, { schema, before, limit }) {
      await pause()
      return inOrder(rowsOf(stream) ?? emptyRows)
        .filter(
          ({ document, writtenAt }) =>
            !document.deleted && document.schema === schema && writtenAt < before,
        )
        .map(({ document }) => document.docId)
        .slice(0, limit)
    },
    async findLink(stream, seq) {
      await pause()
      return rowsOf(stream)?.links.get(seq)?.chain16 ?? null
    },
    async removeTombstones(stream, before) {
      const rows = rowsOf(stream) ?? emptyRows
      const tombstones = inOrder(rows).filter(({ document }) => document.deleted)
      const kept = tombstones.findIndex(({ writtenAt }) => writtenAt >= before)
      const removed = kept === -1 ? tombstones : tombstones.slice(0, kept)
      await change(stream, (rows) => {
        const documents = new Map(rows.documents)
        for (const { document } of removed) documents.delete(document.docId)
        return { ...rows, documents }
      })
      return removed.at(-1)?.document.seq ?? null
    },
    removeLinks: (stream, before) =>
      change(stream, (rows) => {
        const inOrder = [...rows.links].toSorted(([a], [b]) => a - b)
        const kept = inOrder.find(([, { writtenAt }]) => writtenAt >= before)
        const headThen = kept === undefined ? rows.state.seq : kept[0] - 1
        const ends = new Set([...rows.documents.values()].map(({ document }) => document.seq))
        return {
          ...rows,
          links: new Map(inOrder.filter(([seq]) => seq >= headThen || ends.has(seq))),
        }
      }),
    saveFloor: (stream, floor) =>
      change(stream, (rows) => ({ ...rows, state: { ...rows.state, floor } })),
    saveEpoch: (stream, epoch) =>
      change(stream, (rows) => ({ ...rows, state: { ...rows.state, epoch } })),
  }
}

function inOrder(
  rows: StreamRows,
): { document: StreamDocument; leaf: number; writtenAt: string }[] {
  return [...rows.documents.values()].toSorted((a, b) => a.document.seq - b.document.seq)
}
