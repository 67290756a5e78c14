import type { Hasher } from '#domain/base/hasher.ts'
import { schemaName } from '#domain/documents/document-kinds.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { findStream, type StreamId } from '#domain/streams/stream.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'

/** How long colleagues can read a note on their phones, from the day it was received; its entry stays in the inbox. */
export const journalDays = 14

const batch = 500

/**
 * Removes notes that are older than `journalDays` from a journal. Answers how many it removed. What waits for a leader
 * stays until she has decided: the zone must know of it.
 */
export async function retireNotes(
  streams: StreamStore,
  journal: StreamId,
  { hasher, now }: { hasher: Hasher; now: Instant },
): Promise<number> {
  const before = plusMinutes(now, -journalDays * 24 * 60)
  const docIds = await streams.listWrittenBefore(journal, {
    schema: schemaName('note'),
    before,
    limit: batch,
  })
  if (docIds.length === 0) return 0
  const writes = docIds.map((docId) => ({ kind: 'delete', docId }) as const)
  const context = { writer: 'projection', hasher, now } as const
  return (await writeDocuments(streams, journal, writes, context)).written
}

/** Does so in every journal of a municipality. Several servers may do it at once: each note is removed once. */
export async function retireAllNotes(
  db: Database,
  municipality: MunicipalityId,
  now: Instant,
): Promise<void> {
  const scope = await systemScope(db, municipality)
  const rows = await withTenant(db, scope, (transaction) =>
    transaction.selectFrom('stream').select('streamId').orderBy('streamId').execute(),
  )
  for (const { streamId } of rows) {
    if (findStream(streamId)?.class !== 'journal') continue
    for (let retired = batch; retired === batch;) {
      retired = await withTenant(db, scope, (transaction) =>
        retireNotes(postgresStreamStore(transaction), streamId, { hasher: nodeHasher, now }),
      )
    }
  }
}
