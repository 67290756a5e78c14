import { demoDocuments, demoRandomSeed } from '#demo/demo-documents.ts'
import { MunicipalityId } from '#domain/base/ids.ts'
import { streamIdOf, type StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from '#server/streams/stream-store.ts'
import { noon } from './a-patient.ts'

type Bodies = { docId: string; schema: string; body: unknown }[]

/** The demo's streams, as a municipality of that name has them. */
export function demoBodies(municipality: string): Map<StreamId, Bodies> {
  const streams = demoDocuments({
    municipality: MunicipalityId.parse(municipality),
    world: 'real',
    seed: demoRandomSeed,
    asOf: noon,
  })
  return new Map(streams.map(({ stream, documents }) => [streamIdOf(stream), documents]))
}

/** Read page by page as from a database. */
export function streamReader(
  streams: ReadonlyMap<StreamId, Bodies>,
): Pick<StreamStore, 'listDocuments'> {
  return {
    listDocuments(stream, { after, limit }) {
      const documents = (streams.get(stream) ?? []).map((document, i) => ({
        ...document,
        seq: i + 1,
        deleted: false,
        bodyHash: '0'.repeat(64),
      }))
      return Promise.resolve(documents.slice(after, after + limit))
    },
  }
}
