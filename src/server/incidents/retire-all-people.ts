import type { MunicipalityId } from '#domain/base/ids.ts'
import { World } from '#domain/base/world.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Instant } from '#domain/time/instant.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { readIncidents } from './read-incidents.ts'
import { longOver, retirePeople } from './retire-people.ts'

/** Does so in every zone of a municipality. Several servers may do it at once: each document is removed once. */
export async function retireAllPeople(
  db: Database,
  municipality: MunicipalityId,
  now: Instant,
): Promise<void> {
  const scope = await systemScope(db, municipality)
  for (const world of World.options) {
    const place = { municipality, world }
    const over = await withTenant(db, scope, async (transaction) =>
      longOver(await readIncidents(postgresStreamStore(transaction), place, now), now),
    )
    if (over.size === 0) continue
    for (const zone of scope.zones) {
      const people = zoneStreamOf('personFact', { ...place, zone })
      await withTenant(db, scope, (transaction) =>
        retirePeople(postgresStreamStore(transaction), people, over, { hasher: nodeHasher, now }),
      )
    }
  }
}
