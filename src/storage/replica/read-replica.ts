import type { StreamDocument } from '#domain/stream-document.ts'
import type { StreamId } from '#domain/stream.ts'
import {
  type CacheDatabase,
  type ChunkRow,
  type ReplicaRow,
  raiseCacheVersion,
} from '../cache-database.ts'
import type { Supervisor } from '../supervisor.ts'
import type { Sessions } from '../vault/session.ts'
import type { StreamReading } from '../vault/vault.ts'
import { openChunk } from './chunks.ts'
import type { StreamKeys } from './stream-keys.ts'

/** Opens what sync has verified. What is staged cannot be read here. */
export function replicaReader(ports: {
  cache: Supervisor<CacheDatabase>
  sessions: Sessions
  keys: StreamKeys
}): (stream: StreamId, knownRev?: number) => Promise<StreamReading> {
  const { cache, sessions, keys } = ports
  return async (stream, knownRev) => {
    const session = sessions.find()
    if (session === null) return { kind: 'locked' }
    const shown = await cache.run((database) => database.replicas.get(stream))
    if (shown !== undefined && shown.rev === knownRev) {
      const mine = await keys.find(session, { stream, gen: shown.gen })
      if (mine === null) return { kind: 'none' }
      return { kind: 'same', stream, rev: knownRev, verifiedAt: shown.verifiedAt }
    }
    const { row, chunks } = await readRows(cache, stream)
    if (row === null) return { kind: 'none' }
    const key = await keys.find(session, { stream, gen: row.gen })
    if (key === null) return { kind: 'none' }
    const opened = await openAll(key, row, chunks)
    if (opened.damagedParts > 0 && row.damaged === 0) await markDamaged(cache, row)
    if (sessions.find() !== session) return { kind: 'locked' }
    return { kind: 'open', stream, rev: row.rev, verifiedAt: row.verifiedAt, ...opened }
  }
}

/** The row and its chunks as they are at one moment. */
function readRows(
  cache: Supervisor<CacheDatabase>,
  stream: StreamId,
): Promise<{ row: ReplicaRow | null; chunks: ChunkRow[] }> {
  return cache.run((database) =>
    database.transaction('r', database.replicas, database.chunks, async () => {
      const row = (await database.replicas.get(stream)) ?? null
      if (row === null) return { row, chunks: [] }
      const chunks = database.chunks.where('[stream+gen]').equals([stream, row.gen])
      return { row, chunks: await chunks.toArray() }
    }),
  )
}

/** Chunks that are missing count as damaged like those that do not open. */
async function openAll(
  key: CryptoKey,
  { buckets }: ReplicaRow,
  rows: readonly ChunkRow[],
): Promise<{ documents: StreamDocument[]; damagedParts: number }> {
  const opened = await Promise.all(rows.map((row) => openChunk(key, row, row.sealed)))
  const whole = opened.filter((documents) => documents !== null)
  return { documents: whole.flat(), damagedParts: buckets - whole.length }
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
