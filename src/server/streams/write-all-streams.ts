import type { NamedDocument } from '#domain/documents/document-of.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { Instant } from '#domain/time/instant.ts'
import { type Stream, streamIdOf } from '#domain/streams/stream.ts'
import type { StreamStore } from './stream-store.ts'
import { writeDocuments } from './write-documents.ts'

/**
 * Writes the first content of a municipality into several streams, in the order of their ids, so that two writers
 * cannot deadlock. Answers how many documents were new or changed: a repetition writes nothing.
 */
export async function writeAllStreams(
  streams: StreamStore,
  wanted: readonly { stream: Stream; documents: readonly NamedDocument[] }[],
  context: { hasher: Hasher; now: Instant },
): Promise<number> {
  const inOrder = wanted
    .map(({ stream, documents }) => ({ id: streamIdOf(stream), documents }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  let written = 0
  for (const { id, documents } of inOrder) {
    const writes = documents.map((document) => ({ kind: 'put' as const, ...document }))
    const seeded = await writeDocuments(streams, id, writes, { ...context, writer: 'seed' })
    written += seeded.written
  }
  return written
}
