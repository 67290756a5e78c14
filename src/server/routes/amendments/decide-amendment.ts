import {
  DecideAmendment,
  type DecideAmendmentAnswer,
} from '#contract/amendments/decide-amendment.ts'
import type { World } from '#domain/base/world.ts'
import { decideAmendment } from '../../amendments/decide-amendment.ts'
import { nodeHasher } from '../../base/node-hasher.ts'
import { Refused } from '../../base/refused.ts'
import type { Sources } from '../../base/sources.ts'
import type { Database } from '../../database/database.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { postgresStreamStore } from '../../streams/postgres-stream-store.ts'

/** Decides between what staff signed and what a list says, in the leader's own zones. */
export function decideAmendmentRoute({
  db,
  sources,
  world,
}: {
  db: Database
  sources: Sources
  world: World
}): SignedInHandler {
  return async ({ request, signedIn }): Promise<DecideAmendmentAnswer> => {
    const message = DecideAmendment.parse(request.body)
    const { scope, accountId, zones } = signedIn
    if (!zones.includes(message.zone)) throw new Refused('notFound')
    const decided = await withTenant(db, scope, async (transaction) => {
      const account = await transaction
        .selectFrom('account')
        .select('name')
        .where('accountId', '=', accountId)
        .executeTakeFirstOrThrow()
      return await decideAmendment(postgresStreamStore(transaction), message, {
        municipality: scope.municipality,
        world,
        by: { employeeId: accountId, name: account.name },
        hasher: nodeHasher,
        now: sources.now(),
      })
    })
    if (!decided.ok) throw new Refused(decided.refusal)
    return { kind: 'decided', entryId: message.entryId }
  }
}
