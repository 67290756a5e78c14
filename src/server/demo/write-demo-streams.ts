import { demoDocuments, demoSeed } from '#content/demo/demo-documents.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeAllStreams } from '../streams/write-all-streams.ts'
import { demoMunicipality } from './demo-people.ts'

/** Writes the synthetic patients, work lists, cards and forms, as if their lists were made just now. */
export async function writeDemoStreams(
  streams: StreamStore,
  context: { hasher: Hasher; now: Instant },
): Promise<number> {
  const documents = demoDocuments({
    municipality: demoMunicipality,
    seed: demoSeed,
    asOf: context.now,
  })
  return await writeAllStreams(streams, documents, context)
}
