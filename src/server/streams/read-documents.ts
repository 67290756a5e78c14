import type { DocumentBodies, DocumentKind } from '#domain/documents/document-kinds.ts'
import { type NewerDocuments, newerIn } from '#domain/documents/newer-documents.ts'
import { type AgedKind, timeKinds } from '#domain/documents/aged-documents.ts'
import { bodiesOf, parseBodies, withAges } from '#domain/documents/open-documents.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamStore } from './stream-store.ts'

/** Documents per query. What they say is parsed before the next ones are read: others are served in between. */
const pageSize = 250

/**
 * Reads all live documents of one kind in a stream. A document that does not match its schema is a
 * fault; documents of a newer server are counted.
 */
export async function readDocuments<Kind extends DocumentKind>(
  streams: Pick<StreamStore, 'listDocuments'>,
  kind: Kind,
  stream: StreamId,
): Promise<{ values: DocumentBodies[Kind][]; newer: NewerDocuments }> {
  const values: DocumentBodies[Kind][] = []
  let unreadable = 0
  let newer = 0
  for await (const documents of pagesOf(streams, stream)) {
    const found = bodiesOf(kind, documents)
    const parsed = parseBodies(kind, found.bodies)
    values.push(...parsed.values)
    unreadable += found.outdated + parsed.damaged
    newer += found.newer
  }
  if (unreadable > 0) throw new Error(`${unreadable} damaged ${kind} in ${stream}`)
  return { values, newer: newerIn(stream, newer) }
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
  const times: StreamDocument[] = []
  const noting: typeof streams = {
    async listDocuments(...page) {
      const documents = await streams.listDocuments(...page)
      times.push(...documents.filter(({ schema }) => schema.startsWith(`${timeKinds[kind]}@`)))
      return documents
    },
  }
  const { values, newer } = await readDocuments(noting, kind, stream)
  const { damaged, ...aged } = withAges(values, kind, times)
  if (damaged > 0) throw new Error(`A damaged time of ${kind} in ${stream}`)
  return { ...aged, newer }
}

export async function listAll(
  streams: Pick<StreamStore, 'listDocuments'>,
  stream: StreamId,
): Promise<StreamDocument[]> {
  const all: StreamDocument[] = []
  for await (const documents of pagesOf(streams, stream)) all.push(...documents)
  return all
}

async function* pagesOf(
  streams: Pick<StreamStore, 'listDocuments'>,
  stream: StreamId,
): AsyncGenerator<StreamDocument[]> {
  let after = 0
  while (true) {
    const page = { after, limit: pageSize, tombstones: 'without' } as const
    const documents = await streams.listDocuments(stream, page)
    yield documents
    const last = documents.at(-1)
    if (last === undefined || documents.length < pageSize) return
    after = last.seq
  }
}
