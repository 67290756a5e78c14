import type { MunicipalityId } from '#domain/base/ids.ts'
import { World } from '#domain/base/world.ts'
import type { Instant } from '#domain/time/instant.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { retireAmendments } from './retire-amendments.ts'

/** Does so in every zone of a municipality. Several servers may do it at once: each document is removed once. */
export async function retireAllAmendments(
  db: Database,
  municipality: MunicipalityId,
  now: Instant,
): Promise<void> {
  const scope = await systemScope(db, municipality)
  for (const world of World.options) {
    for (const zone of scope.zones) {
      const place = { municipality, world, zone }
      await withTenant(db, scope, (transaction) =>
        retireAmendments(postgresStreamStore(transaction), place, { hasher: nodeHasher, now }),
      )
    }
  }
}
