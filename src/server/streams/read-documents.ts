import type { DocumentBodies, DocumentKind } from '#domain/documents/document-kinds.ts'
import { type NewerDocuments, newerIn } from '#domain/documents/newer-documents.ts'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from './stream-store.ts'

/** Documents per query. */
const pageSize = 500

/**
 * Reads all live documents of one kind in a stream. A document that does not match its schema is a
 * fault; documents of a newer server are counted.
 */
export async function readDocuments<Kind extends DocumentKind>(
  streams: Pick<StreamStore, 'listDocuments'>,
  kind: Kind,
  stream: StreamId,
): Promise<{ values: DocumentBodies[Kind][]; newer: NewerDocuments }> {
  const { bodies, outdated, newer } = bodiesOf(kind, await listAll(streams, stream))
  const { values, damaged } = parseBodies(kind, bodies)
  if (damaged + outdated > 0) throw new Error(`${damaged + outdated} damaged ${kind} in ${stream}`)
  return { values, newer: newerIn(stream, newer) }
}

async function listAll(
  streams: Pick<StreamStore, 'listDocuments'>,
  stream: StreamId,
): Promise<StreamDocument[]> {
  const all: StreamDocument[] = []
  let after = 0
  while (true) {
    const page = { after, limit: pageSize, tombstones: 'without' } as const
    const documents = await streams.listDocuments(stream, page)
    all.push(...documents)
    const last = documents.at(-1)
    if (last === undefined || documents.length < pageSize) return all
    after = last.seq
  }
}
