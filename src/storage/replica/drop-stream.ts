import type { StreamId } from '#domain/streams/stream.ts'
import {
  type CacheDatabase,
  type ReplicaRow,
  raiseCacheVersion,
} from '../databases/cache-database.ts'
import { openChunk, sealChunk } from './chunks.ts'
import type { ReplicaServices } from './replica-services.ts'

/**
 * Removes a stream from the unlocked employee. While a colleague on this device has it, the documents
 * stay, sealed under a new key that the unlocked employee never had.
 */
export async function dropStream(stream: StreamId, services: ReplicaServices): Promise<void> {
  const { cache, unlocked, keys } = services
  const me = unlocked.get()
  for (;;) {
    const replica = await cache.run((database) => database.replicas.get(stream))
    const holders = await keys.listHolders({ stream, gen: replica?.gen ?? 0 })
    const colleagues = holders.filter((employeeId) => employeeId !== me.employeeId)
    const mine = holders.length > colleagues.length
    const dropped =
      replica !== undefined && colleagues.length > 0
        ? !mine || (await dropForMe(replica, services))
        : await dropForAll(stream, cache)
    if (dropped) break
  }
  for (const name of me.streamKeys.keys()) {
    if (name.startsWith(`${stream}/`)) me.streamKeys.delete(name)
  }
}

function dropForAll(stream: StreamId, cache: ReplicaServices['cache']): Promise<boolean> {
  return cache.run((database) =>
    database.transaction('rw', tables(database), async () => {
      await forgetStaging(database, stream)
      await database.replicas.delete(stream)
      await database.chunks.where({ stream }).delete()
      await database.streamKeys.where({ stream }).delete()
      await raiseCacheVersion(database)
      return true
    }),
  )
}

/** Answers false when the stream changed meanwhile. */
async function dropForMe(replica: ReplicaRow, services: ReplicaServices): Promise<boolean> {
  const { cache, unlocked, keys } = services
  const { id: stream, gen, rev } = replica
  const me = unlocked.get()
  const old = await keys.find(me, { stream, gen })
  if (old === null) throw new Error('The employee has a copy of a stream key that does not open.')
  const colleagues = (await keys.listHolders({ stream, gen })).filter((id) => id !== me.employeeId)
  const staging = await cache.run((database) => database.stagings.get(stream))
  const next = { stream, gen: Math.max(gen, staging?.gen ?? 0) + 1 }
  const { key, copies } = await keys.make(next, colleagues)
  const rows = await cache.run((database) =>
    database.chunks.where('[stream+gen]').equals([stream, gen]).toArray(),
  )
  const chunks = await Promise.all(
    rows.map(async (row) => {
      const documents = await openChunk(old, row, row.sealed)
      const place = { ...next, bucket: row.bucket }
      return documents === null
        ? []
        : [{ ...place, sealed: await sealChunk(key, place, documents) }]
    }),
  )
  return cache.run((database) =>
    database.transaction('rw', tables(database), async () => {
      const current = await database.replicas.get(stream)
      if (current?.rev !== rev) return false
      await forgetStaging(database, stream)
      await database.chunks.where({ stream }).delete()
      await database.chunks.bulkPut(chunks.flat())
      await database.streamKeys.where({ stream }).delete()
      await database.streamKeys.bulkPut(copies)
      await database.replicas.put({ ...current, rev: rev + 1, gen: next.gen })
      await raiseCacheVersion(database)
      return true
    }),
  )
}

async function forgetStaging(database: CacheDatabase, stream: StreamId): Promise<void> {
  await database.stagings.delete(stream)
  await database.pages.where({ stream }).delete()
}

function tables(database: CacheDatabase) {
  return [
    database.replicas,
    database.streamKeys,
    database.chunks,
    database.stagings,
    database.pages,
    database.settings,
  ]
}
