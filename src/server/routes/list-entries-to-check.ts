import type { ListEntriesToCheckAnswer } from '#contract/list-entries-to-check.ts'
import type { World } from '#domain/base/world.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import { listEntriesToCheck } from '../inbox/list-entries-to-check.ts'

/**
 * Answers a leader which entries of her zones have no effect. Sealed entries are the server's alone to read, so it reads as
 * itself and tells no more than their labels.
 */
export function listEntriesToCheckRoute({
  db,
  world,
}: {
  db: Database
  world: World
}): SignedInHandler {
  return async ({ signedIn: { scope } }): Promise<ListEntriesToCheckAnswer> => {
    const own = await systemScope(db, scope.municipality)
    return withTenant(db, own, (transaction) =>
      listEntriesToCheck(transaction, { zones: scope.zones, world }),
    )
  }
}
