import type { DocumentBodies, DocumentKind } from '#domain/documents/document-kinds.ts'
import { type NewerDocuments, newerIn } from '#domain/documents/newer-documents.ts'
import type { AgedKind } from '#domain/documents/aged-documents.ts'
import { bodiesOf, parseBodies, withAges } from '#domain/documents/open-documents.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
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
  return parseAll(kind, stream, await listAll(streams, stream))
}

/** The same of patients and their details, each as old as the list that confirmed it. */
export async function readAgedDocuments<Kind extends AgedKind>(
  streams: Pick<StreamStore, 'listDocuments'>,
  kind: Kind,
  stream: StreamId,
): Promise<{
  values: (DocumentBodies[Kind] & { asOf: Instant })[]
  /** When the zone's newest list was made; null before the first. */
  listAsOf: Instant | null
  newer: NewerDocuments
}> {
  const documents = await listAll(streams, stream)
  const { values, newer } = parseAll(kind, stream, documents)
  const { damaged, ...aged } = withAges(values, kind, documents)
  if (damaged > 0) throw new Error(`A damaged time of ${kind} in ${stream}`)
  return { ...aged, newer }
}

function parseAll<Kind extends DocumentKind>(
  kind: Kind,
  stream: StreamId,
  documents: readonly StreamDocument[],
): { values: DocumentBodies[Kind][]; newer: NewerDocuments } {
  const { bodies, outdated, newer } = bodiesOf(kind, documents)
  const { values, damaged } = parseBodies(kind, bodies)
  if (damaged + outdated > 0) throw new Error(`${damaged + outdated} damaged ${kind} in ${stream}`)
  return { values, newer: newerIn(stream, newer) }
}

export async function listAll(
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
