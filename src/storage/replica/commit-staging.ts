import type { SignedHead } from '#domain/trust/stream-head.ts'
import { raiseCacheVersion } from '../databases/cache-database.ts'
import { pinHead } from '../trust/head-trust.ts'
import { printOf, sealChunk } from './chunks.ts'
import { deleteGenerations } from './delete-generations.ts'
import { pinChunks } from './open-replica.ts'
import type { PlannedCommit } from './opened-staging.ts'
import type { ReplicaServices } from './replica-services.ts'
import { versionOf } from './sealed-streams.ts'

/**
 * Seals the plan's chunks, then shows them in one transaction, if nothing has changed meanwhile. What this worker has
 * verified and sealed is pinned without being verified again.
 */
export async function commitPlan(
  planned: PlannedCommit,
  head: SignedHead,
  services: ReplicaServices,
): Promise<'committed' | 'lost'> {
  const { row, replica, key, plan } = planned
  const { id: stream, gen } = row
  const me = services.unlocked.get()
  const sealed = await Promise.all(
    Array.from(plan.chunks, async ([bucket, documents]) => {
      const place = { stream, gen, bucket }
      const sealed = await sealChunk(key.key, place, documents)
      return { chunk: { ...place, sealed }, print: await printOf(sealed) }
    }),
  )
  const { buckets, leaves } = plan
  const shownRow = { id: stream, v: 1, rev: (replica?.rev ?? 0) + 1, gen, buckets, head } as const
  const ended = await services.cache.run((database) =>
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
        await deleteGenerations(database.chunks, stream, plan.whole ? null : gen)
        await database.chunks.bulkPut(sealed.map(({ chunk }) => chunk))
        await deleteGenerations(database.streamKeys, stream, gen)
        await database.replicas.put({ ...shownRow, leaves, damaged: 0 })
        await database.stagings.delete(stream)
        await database.pages.where({ stream }).delete()
        await raiseCacheVersion(database)
        return 'committed'
      },
    ),
  )
  if (ended === 'lost') return ended
  const prints = Array.from({ length: buckets }, (_, at) =>
    plan.whole ? null : (planned.prints[at] ?? null),
  )
  for (const { chunk, print } of sealed) prints[chunk.bucket] = print
  services.keys.keep(me, { stream, gen }, key)
  pinChunks(me, shownRow, key, prints)
  pinHead(me, stream, head)
  me.pins.opened.set(stream, {
    version: versionOf({ ...shownRow, leaves, damaged: 0 }),
    isSound: true,
  })
  return ended
}
