import {
  type CacheDatabase,
  type ReplicaRow,
  raiseCacheVersion,
} from '../databases/cache-database.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { documentsOf, openChunk, printOf, sealChunk } from './chunks.ts'
import { isPinned, pinChunks, pinnedOf } from './open-replica.ts'
import { rememberMade } from './made-generations.ts'
import type { ReplicaServices } from './replica-services.ts'
import { type Recipient, newKeyBytes, streamKeyOf } from './stream-keys.ts'

/**
 * Seals what is shown under a new key, which only the recipients get. Whoever had the old one, and is not among
 * them, has lost the stream. Answers false when the stream changed meanwhile, or does not open.
 */
export async function sealNewGeneration(
  replica: ReplicaRow,
  recipients: readonly Recipient[],
  services: ReplicaServices,
): Promise<boolean> {
  const { cache, unlocked, keys } = services
  const { id: stream, gen, rev } = replica
  const me = unlocked.get()
  const old = await keys.find(me, { stream, gen })
  if (old === null) return false
  const { staging, rows } = await cache.run(async (database) => ({
    staging: await database.stagings.get(stream),
    rows: await database.chunks.where('[stream+gen]').equals([stream, gen]).toArray(),
  }))
  const next = { stream, gen: Math.max(gen, staging?.gen ?? 0) + 1 }
  const bytes = newKeyBytes()
  const key = await streamKeyOf(bytes)
  const copies = await keys.copiesOf(next, bytes, recipients)
  bytes.fill(0)
  const pinned = isPinned(me, replica, old) ? pinnedOf(me, replica, old) : null
  const prints: (string | null)[] = Array.from({ length: replica.buckets }, () => null)
  const chunks = await Promise.all(
    rows.map(async (row) => {
      const isKnown = pinned?.prints[row.bucket] === (await printOf(row.sealed))
      const opened = await openChunk(old.key, row, row.sealed)
      const documents = documentsOf(opened, isKnown ? 'pinned' : 'unknown')
      if (documents === null) return []
      const place = { ...next, bucket: row.bucket }
      const sealed = await sealChunk(key.key, place, documents)
      if (isKnown) prints[row.bucket] = await printOf(sealed)
      return [{ ...place, sealed }]
    }),
  )
  const isSealed = await cache.run((database) =>
    database.transaction('rw', streamTables(database), async () => {
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
  if (isSealed && recipients.some(({ employeeId }) => employeeId === me.employeeId)) {
    keys.keep(me, next, key)
    rememberMade(me, stream, { gen: next.gen, key: key.print }, recipients)
    pinChunks(me, { ...replica, gen: next.gen }, key, prints)
  }
  return isSealed
}

export async function forgetStaging(database: CacheDatabase, stream: StreamId): Promise<void> {
  await database.stagings.delete(stream)
  await database.pages.where({ stream }).delete()
}

/** All that is stored of a stream. */
export function streamTables(database: CacheDatabase) {
  return [
    database.replicas,
    database.streamKeys,
    database.chunks,
    database.stagings,
    database.pages,
    database.settings,
  ]
}
