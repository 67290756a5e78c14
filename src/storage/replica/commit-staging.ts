import type { Instant } from '#domain/time/instant.ts'
import type { Checkpoint, StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type ReplicaRow, type StagingRow, raiseCacheVersion } from '../databases/cache-database.ts'
import { openChunk, openPage, sealChunk } from './chunks.ts'
import type { ReplicaServices } from './replica-services.ts'
import type { StagedPages } from './staged-pages.ts'
import { type StagedPlan, planBuild, planDelta } from './staged-plan.ts'

/** A staging with its key and its opened pages, and the replica as it was at the same moment. */
export type OpenedStaging = {
  row: StagingRow
  replica: ReplicaRow | null
  key: CryptoKey
  documents: readonly StreamDocument[]
}

/** Reads a staging's row and the replica that is shown, both at the same moment. */
export function findStagingRow(
  stream: StreamId,
  { cache }: ReplicaServices,
): Promise<{ row: StagingRow; replica: ReplicaRow | null } | null> {
  return cache.run((database) =>
    database.transaction('r', database.stagings, database.replicas, async () => {
      const row = await database.stagings.get(stream)
      if (row === undefined) return null
      return { row, replica: (await database.replicas.get(stream)) ?? null }
    }),
  )
}

/** Null when nothing is staged that the unlocked employee can open. */
export async function openStaging(
  stream: StreamId,
  pages: StagedPages,
  services: ReplicaServices,
): Promise<OpenedStaging | null> {
  const { unlocked, keys } = services
  const me = unlocked.get()
  const found = await findStagingRow(stream, services)
  if (found === null) return null
  const { row, replica } = found
  const key = await keys.find(me, { stream, gen: row.gen })
  if (key === null) return null
  const documents = pages.find(me, row) ?? (await readPages(row, key, services))
  return { row, replica, key, documents }
}

/** A page that does not open is left out: the digest is then wrong, and the stream is rebuilt. */
async function readPages(
  { id: stream, gen, session }: StagingRow,
  key: CryptoKey,
  { cache }: ReplicaServices,
): Promise<StreamDocument[]> {
  const pages = await cache.run((database) => database.pages.where({ stream }).sortBy('number'))
  const opened = await Promise.all(
    pages.map(({ number, sealed }) => openPage(key, { stream, gen, session, number }, sealed)),
  )
  return opened.flatMap((documents) => documents ?? [])
}

export function planOf(staged: OpenedStaging, services: ReplicaServices): Promise<StagedPlan> {
  const { row, replica, key, documents } = staged
  if (row.kind === 'build' || replica === null) return planBuild(documents, services.hasher)
  const stream = row.id
  const { gen, buckets, count, digest } = replica
  const base = {
    digest: { count, digest },
    buckets,
    async readChunks(wanted: readonly number[]) {
      const rows = await services.cache.run((database) =>
        database.chunks.bulkGet(wanted.map((bucket) => [stream, gen, bucket])),
      )
      const opened = await Promise.all(
        rows.map(async (row) => (row === undefined ? null : openChunk(key, row, row.sealed))),
      )
      return new Map(wanted.map((bucket, at) => [bucket, opened[at] ?? []]))
    },
  }
  return planDelta(base, documents, services.hasher)
}

/** Seals the plan's chunks, then shows them in one transaction, if nothing has changed meanwhile. */
export async function commitPlan(
  { staged, plan }: { staged: OpenedStaging; plan: StagedPlan },
  { head, verifiedAt }: { head: Checkpoint; verifiedAt: Instant },
  services: ReplicaServices,
): Promise<'committed' | 'lost'> {
  const { row, replica, key } = staged
  const { id: stream, gen } = row
  if (row.kind === 'delta' && row.baseRev !== replica?.rev) return 'lost'
  const chunks = await Promise.all(
    Array.from(plan.chunks, async ([bucket, documents]) => {
      const place = { stream, gen, bucket }
      return { ...place, sealed: await sealChunk(key, place, documents) }
    }),
  )
  const copies = await copiesForColleagues(staged, services)
  return services.cache.run((database) =>
    database.transaction(
      'rw',
      [
        database.stagings,
        database.replicas,
        database.pages,
        database.chunks,
        database.streamKeys,
        database.settings,
      ],
      async () => {
        const current = await database.stagings.get(stream)
        const shown = await database.replicas.get(stream)
        const isSame = current?.session === row.session && current.pages === row.pages
        if (!isSame || shown?.rev !== replica?.rev) return 'lost'
        if (plan.whole) await database.chunks.where({ stream }).delete()
        await database.chunks.bulkPut(chunks)
        await database.streamKeys
          .where({ stream })
          .filter((copy) => copy.gen !== gen)
          .delete()
        await database.streamKeys.bulkPut(copies)
        await database.replicas.put({
          id: stream,
          v: 1,
          rev: (shown?.rev ?? 0) + 1,
          gen,
          buckets: plan.buckets,
          ...head,
          verifiedAt,
          ...plan.digest,
          damaged: 0,
        })
        await database.stagings.delete(stream)
        await database.pages.where({ stream }).delete()
        await raiseCacheVersion(database)
        return 'committed'
      },
    ),
  )
}

/** An employee who got the shown generation's key while the next one was staged gets that key too. */
async function copiesForColleagues(
  { row, replica }: OpenedStaging,
  { unlocked, keys }: ReplicaServices,
) {
  if (replica === null || replica.gen === row.gen) return []
  const stream = row.id
  const have = new Set(await keys.listHolders({ stream, gen: row.gen }))
  const holders = await keys.listHolders({ stream, gen: replica.gen })
  const missing = holders.filter((employeeId) => !have.has(employeeId))
  return keys.copyFor(unlocked.get(), { stream, gen: row.gen }, missing)
}
