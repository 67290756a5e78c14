import { mayWrite } from '#domain/documents/document-writers.ts'
import type { DocumentWriter } from '#domain/documents/document-kinds.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { type StreamId, streamOf } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamState, StreamStore } from './stream-store.ts'
import { type DocumentWrite, type OnPart, writeVersions } from './write-versions.ts'

/**
 * Writes documents into the stream of their class, as a part of the server that the table of
 * document kinds lists for them. Anything else is a fault, before anything is written.
 */
export async function writeDocuments(
  streams: StreamStore,
  stream: StreamId,
  writes: readonly DocumentWrite[],
  { writer, ...tools }: { writer: DocumentWriter; hasher: Hasher; now: Instant; onPart?: OnPart },
): Promise<{ head: StreamState; written: number }> {
  const { class: name } = streamOf(stream)
  for (const write of writes) {
    const schema = write.kind === 'put' ? write.schema : null
    if (mayWrite(writer, name, schema)) continue
    throw new Error(`The ${writer} has no business with ${schema ?? 'a document'} in ${stream}`)
  }
  return await writeVersions(streams, stream, writes, tools)
}
