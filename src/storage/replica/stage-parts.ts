import type { StagingRow } from '../databases/cache-database.ts'
import { printOf, sealChunk, sealPage, spread } from './chunks.ts'
import type { ReplicaServices } from './replica-services.ts'
import type { ReplicaStore } from './replica-store.ts'
import type { StagedParts } from './staged-parts.ts'
import { findStagingKey } from './staging-keys.ts'
import { isLayout } from '#domain/trust/judge-replica.ts'
import { checkpointOf, newerHead } from '#domain/trust/stream-head.ts'

type Buckets = Parameters<ReplicaStore['stageBuckets']>[0]
type Page = Parameters<ReplicaStore['stagePage']>[0]

/** Seals whole buckets as chunks of the new generation. Nothing shows them before the commit. */
export async function stageBuckets(
  part: Buckets,
  parts: StagedParts,
  services: ReplicaServices,
): Promise<'staged' | 'stale'> {
  const { cache, unlocked, tools } = services
  const { stream, session, buckets, from, next, documents, head } = part
  const me = unlocked.get()
  const row = await cache.run((database) => database.stagings.get(stream))
  if (row === undefined || !isExpected(row, part)) return 'stale'
  const key = await findStagingKey(me, row)
  if (key === null) return 'stale'
  const live = documents.filter(({ deleted }) => !deleted)
  const byBucket = await spread(live, { buckets, from, next }, tools.hasher)
  const sealed = await Promise.all(
    Array.from(byBucket, async ([bucket, { documents, leaves }]) => {
      const place = { stream, gen: row.gen, bucket }
      const sealed = await sealChunk(key.key, place, documents)
      const print = await printOf(sealed)
      return { chunk: { ...place, sealed }, bucket, count: documents.length, leaves, print }
    }),
  )
  const staged = await cache.run((database) =>
    database.transaction('rw', database.stagings, database.chunks, async () => {
      const current = await database.stagings.get(stream)
      if (current?.gen !== row.gen || !isExpected(current, part)) return 'stale'
      await database.chunks.bulkPut(sealed.map(({ chunk }) => chunk))
      const start = checkpointOf(head.head)
      const place = current.layout === null ? { base: start.seq, ...start } : {}
      const newest = newerHead(current.newest ?? null, head)
      await database.stagings.put({ ...current, ...place, layout: { buckets, next }, newest })
      return 'staged'
    }),
  )
  if (staged === 'staged') {
    const chunks = sealed.map(({ bucket, count, leaves, print }) => ({
      bucket,
      count,
      leaves,
      print,
    }))
    parts.keepBuckets(me, { session, from, next }, chunks)
  }
  return staged
}

function isExpected(row: StagingRow, { session, buckets, from, next }: Buckets): boolean {
  const before = row.layout ?? { buckets, next: 0 }
  return (
    row.kind === 'build' &&
    row.session === session &&
    row.pages === 0 &&
    isLayout(buckets) &&
    before.buckets === buckets &&
    before.next === from &&
    next > from &&
    next <= buckets
  )
}

/** Stages changes under the staging's own key. */
export async function stagePage(
  { stream, session, after, documents, to, head }: Page,
  parts: StagedParts,
  { cache, unlocked }: ReplicaServices,
): Promise<'staged' | 'stale'> {
  const me = unlocked.get()
  const row = await cache.run((database) => database.stagings.get(stream))
  if (row === undefined || row.session !== session || row.seq !== after) return 'stale'
  if (!isReadyForChanges(row)) return 'stale'
  const key = await findStagingKey(me, row)
  if (key === null) return 'stale'
  const number = row.pages
  const sealed = await sealPage(key.key, { stream, gen: row.gen, session, number }, documents)
  const staged = await cache.run((database) =>
    database.transaction('rw', database.stagings, database.pages, async () => {
      const current = await database.stagings.get(stream)
      const isThere = current?.session === session && current.pages === number
      if (!isThere || current.seq !== after) return 'stale'
      await database.pages.put({ stream, number, sealed })
      const newest = newerHead(current.newest ?? null, head)
      await database.stagings.put({ ...current, ...to, pages: number + 1, newest })
      return 'staged'
    }),
  )
  if (staged === 'staged') parts.keepPage(me, { session, number }, documents)
  return staged
}

/** Changes of a build come after its last bucket. */
export function isReadyForChanges({ kind, layout }: StagingRow): boolean {
  return kind === 'delta' || (layout !== null && layout.next === layout.buckets)
}
