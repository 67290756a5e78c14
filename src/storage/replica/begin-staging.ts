import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import { deleteGenerations } from './delete-generations.ts'
import type { ReplicaServices } from './replica-services.ts'
import type { Staging } from './replica-store.ts'
import { sealStagingKey } from './staging-keys.ts'
import { storeMade } from './made-generations.ts'
import { newKeyBytes, streamKeyOf } from './stream-keys.ts'

/** A build makes the key of a new generation; a delta is staged under a key that is used for nothing else. */
export async function beginStaging(
  staging: Staging,
  holders: readonly StreamHolder[],
  services: ReplicaServices,
): Promise<void> {
  const { cache, outbox, unlocked, keys } = services
  const { stream, session, kind, baseRev, base, at, layout, newest } = staging
  const me = unlocked.get()
  const { replica, before } = await cache.run(async (database) => ({
    replica: await database.replicas.get(stream),
    before: await database.stagings.get(stream),
  }))
  const shown = replica?.gen ?? 0
  const gen = kind === 'delta' ? shown : Math.max(shown, before?.gen ?? 0) + 1
  const recipients = kind === 'delta' ? [] : keys.withMe(me, await keys.recipientsOf(me, holders))
  const bytes = newKeyBytes()
  const key = await sealStagingKey(me, { stream, gen, session }, bytes)
  const copies = await keys.copiesOf({ stream, gen }, bytes, recipients)
  const { print } = await streamKeyOf(bytes)
  bytes.fill(0)
  if (kind === 'build') await storeMade(me, stream, { gen, key: print }, { recipients, outbox })
  await cache.run((database) =>
    database.transaction(
      'rw',
      [database.replicas, database.stagings, database.pages, database.chunks, database.streamKeys],
      async () => {
        // Another tab may have begun one too, or shown what it had: this one's number is taken then.
        const isSame =
          (await database.replicas.get(stream))?.gen === replica?.gen &&
          (await database.stagings.get(stream))?.session === before?.session
        if (!isSame) return
        await database.pages.where({ stream }).delete()
        // What an earlier build has staged; the generation that is shown stays.
        await deleteGenerations(database.chunks, stream, shown)
        await deleteGenerations(database.streamKeys, stream, shown)
        await database.streamKeys.bulkPut(copies)
        await database.stagings.put({
          id: stream,
          v: 1,
          session,
          kind,
          baseRev,
          base,
          ...at,
          layout,
          gen,
          pages: 0,
          ...(newest === null ? {} : { newest }),
          employeeId: me.employeeId,
          key,
        })
      },
    ),
  )
}
