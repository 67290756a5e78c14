import type { StreamDocument } from '#domain/stream-document.ts'
import type { StreamId } from '#domain/stream.ts'
import {
  type CacheDatabase,
  type ChunkRow,
  type ReplicaRow,
  raiseCacheVersion,
} from '../cache-database.ts'
import type { Supervisor } from '../supervisor.ts'
import type { Session, Sessions } from '../vault/session.ts'
import type { StreamReading } from '../vault/vault.ts'
import { openChunk } from './chunks.ts'
import type { StreamKeys } from './stream-keys.ts'

/** Opens what sync has verified. What is staged cannot be read here. */
export function replicaReader(ports: {
  cache: Supervisor<CacheDatabase>
  sessions: Sessions
  keys: StreamKeys
}) {
  return async function readStream(stream: StreamId): Promise<StreamReading> {
    const session = ports.sessions.find()
    if (session === null) return { kind: 'locked' }
    const { row, chunks } = await readRows(ports.cache, stream)
    if (row === null) return { kind: 'none' }
    const place = { stream, gen: row.gen }
    const key = await ports.keys.find(session, place)
    if (key === null) return { kind: 'none' }
    const { rev, verifiedAt } = row
    const known = session.readings.get(stream)
    const reading =
      known?.rev === rev
        ? known
        : { rev, ...(await openAll(key, { ...place, buckets: row.buckets }, chunks)) }
    if (reading.damagedParts > 0 && row.damaged === 0) await markDamaged(ports.cache, row)
    if (!isOpen(ports.sessions, session)) return { kind: 'locked' }
    session.readings.set(stream, reading)
    const { documents, damagedParts } = reading
    return { kind: 'open', stream, rev, verifiedAt, documents, damagedParts }
  }
}

function readRows(
  cache: Supervisor<CacheDatabase>,
  stream: StreamId,
): Promise<{ row: ReplicaRow | null; chunks: ChunkRow[] }> {
  return cache.run((database) =>
    database.transaction('r', database.replicas, database.chunks, async () => {
      const row = (await database.replicas.get(stream)) ?? null
      const gen = row?.gen ?? 0
      return {
        row,
        chunks: await database.chunks.where('[stream+gen]').equals([stream, gen]).toArray(),
      }
    }),
  )
}

/** Chunks that are missing count as damaged like those that do not open. */
async function openAll(
  key: CryptoKey,
  place: { stream: StreamId; gen: number; buckets: number },
  rows: readonly ChunkRow[],
): Promise<{ documents: StreamDocument[]; damagedParts: number }> {
  const opened = await Promise.all(rows.map((row) => openChunk(key, row, row.sealed)))
  const whole = opened.filter((documents) => documents !== null)
  return { documents: whole.flat(), damagedParts: place.buckets - whole.length }
}

/** Sync then builds the stream anew; until that is verified, what is left stays. */
function markDamaged(cache: Supervisor<CacheDatabase>, row: ReplicaRow): Promise<void> {
  return cache.run((database) =>
    database.transaction('rw', database.replicas, database.settings, async () => {
      const current = await database.replicas.get(row.id)
      if (current?.rev !== row.rev) return
      await database.replicas.update(row.id, { damaged: 1 })
      await raiseCacheVersion(database)
    }),
  )
}

function isOpen(sessions: Sessions, session: Session): boolean {
  return sessions.find() === session
}
