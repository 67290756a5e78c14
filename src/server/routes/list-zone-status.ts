import type { ListZoneStatusAnswer } from '#contract/municipality/list-zone-status.ts'
import type { World } from '#domain/base/world.ts'
import type { Sources } from '../base/sources.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { readZoneStatus } from '../directory/zone-status.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'

/** Answers a leader how the phones and binders of her own zones stand. */
export function listZoneStatusRoute({
  db,
  sources,
  world,
}: {
  db: Database
  sources: Sources
  world: World
}): SignedInHandler {
  return async ({ signedIn: { scope } }): Promise<ListZoneStatusAnswer> => {
    const { municipality, zones } = scope
    if (zones.length === 0) return { zones: [] }
    // Which phones there are is the system's to read; whose zones are told is hers.
    return {
      zones: await withTenant(db, await systemScope(db, municipality), (transaction) =>
        readZoneStatus(transaction, { zones, world, now: sources.now() }),
      ),
    }
  }
}
