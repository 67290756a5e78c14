import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { schemaName } from '#domain/documents/document-kinds.ts'
import { findStream, type StreamId } from '#domain/streams/stream.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'

/** As long as a phone may be away and still bring what was written about somebody. */
export const formerPatientDays = 120

const batch = 500

/** Removes from a zone's stream the names of those who left its list long ago. Answers how many it removed. */
export async function retireFormerPatients(
  streams: StreamStore,
  stream: StreamId,
  { hasher, now }: { hasher: Hasher; now: Instant },
): Promise<number> {
  const docIds = await streams.listWrittenBefore(stream, {
    schema: schemaName('formerPatient'),
    before: plusMinutes(now, -formerPatientDays * 24 * 60),
    limit: batch,
  })
  if (docIds.length === 0) return 0
  const writes = docIds.map((docId) => ({ kind: 'delete', docId }) as const)
  const context = { writer: 'projection', hasher, now } as const
  return (await writeDocuments(streams, stream, writes, context)).written
}

/** Does so in every zone of a municipality. */
export async function retireAllFormerPatients(
  db: Database,
  municipality: MunicipalityId,
  now: Instant,
): Promise<void> {
  const scope = await systemScope(db, municipality)
  const rows = await withTenant(db, scope, (transaction) =>
    transaction.selectFrom('stream').select('streamId').orderBy('streamId').execute(),
  )
  for (const { streamId } of rows) {
    if (findStream(streamId)?.class !== 'critical') continue
    for (let retired = batch; retired === batch;) {
      retired = await withTenant(db, scope, (transaction) =>
        retireFormerPatients(postgresStreamStore(transaction), streamId, {
          hasher: nodeHasher,
          now,
        }),
      )
    }
  }
}
