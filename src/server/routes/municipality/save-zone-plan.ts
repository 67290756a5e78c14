import { SaveZonePlan, type SaveZonePlanAnswer } from '#contract/contacts/save-zone-plan.ts'
import type { World } from '#domain/base/world.ts'
import { localClock } from '#domain/time/instant.ts'
import { nodeHasher } from '../../base/node-hasher.ts'
import { Refused } from '../../base/refused.ts'
import type { Sources } from '../../base/sources.ts'
import { saveAsSeen } from '../../contacts/save-as-seen.ts'
import type { Database } from '../../database/database.ts'
import { systemScope, withTenant } from '../../database/with-tenant.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { postgresStreamStore } from '../../streams/postgres-stream-store.ts'

/** Saves what a leader has agreed on with one of her zones. */
export function saveZonePlanRoute({
  db,
  sources,
  world,
}: {
  db: Database
  sources: Sources
  world: World
}): SignedInHandler {
  return async ({ request, signedIn }): Promise<SaveZonePlanAnswer> => {
    const { draft, before } = SaveZonePlan.parse(request.body)
    if (!signedIn.scope.zones.includes(draft.zone)) throw new Refused('notAllowed')
    const { municipality } = signedIn.scope
    const now = sources.now()
    const body = { ...draft, lastCheckedOn: localClock(now).on }
    const context = { municipality, world, hasher: nodeHasher, now }
    const saved = await withTenant(db, await systemScope(db, municipality), (transaction) =>
      saveAsSeen(postgresStreamStore(transaction), 'zonePlan', { body, before }, context),
    )
    if (!saved.ok) throw new Refused(saved.refusal)
    return { plan: saved.value }
  }
}
