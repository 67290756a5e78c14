import type { MunicipalityId } from '#domain/base/ids.ts'
import { findStream, type StreamId } from '#domain/streams/stream.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from './postgres-stream-store.ts'
import type { StreamStore } from './stream-store.ts'

/** Devices that were away for longer than this build their streams anew. */
export const historyDays = 120

/**
 * Removes tombstones that are older than `historyDays` and raises the floor to them, and the links of the chain that
 * only such a device could stand at.
 */
export async function compactStream(
  streams: StreamStore,
  stream: StreamId,
  now: Instant,
): Promise<void> {
  const head = await streams.lockHead(stream)
  const before = plusMinutes(now, -historyDays * 24 * 60)
  const removed = await streams.removeTombstones(stream, before)
  if (removed !== null && removed > head.floor) await streams.saveFloor(stream, removed)
  await streams.removeLinks(stream, before)
}

/** Every stream of a municipality, each in a transaction of its own. Several servers may do it at once. */
export async function compactAllStreams(
  db: Database,
  municipality: MunicipalityId,
  now: Instant,
): Promise<void> {
  const scope = await systemScope(db, municipality)
  const rows = await withTenant(db, scope, (transaction) =>
    transaction.selectFrom('stream').select('streamId').orderBy('streamId').execute(),
  )
  for (const { streamId } of rows) {
    // A class that a newer server made is that server's to look after.
    if (findStream(streamId) === null) continue
    await withTenant(db, scope, (transaction) =>
      compactStream(postgresStreamStore(transaction), streamId, now),
    )
  }
}
