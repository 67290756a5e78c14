import {
  DecidePatientLink,
  type DecidePatientLinkAnswer,
} from '#contract/new-patients/decide-patient-link.ts'
import type { World } from '#domain/base/world.ts'
import { nodeHasher } from '../../base/node-hasher.ts'
import { Refused } from '../../base/refused.ts'
import type { Sources } from '../../base/sources.ts'
import type { Database } from '../../database/database.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { decidePatientLink } from '../../new-patients/decide-patient-link.ts'
import { postgresStreamStore } from '../../streams/postgres-stream-store.ts'

/** Decides whether a temporary patient is one of the list, in the leader's own zones. */
export function decidePatientLinkRoute({
  db,
  sources,
  world,
}: {
  db: Database
  sources: Sources
  world: World
}): SignedInHandler {
  return async ({ request, signedIn }): Promise<DecidePatientLinkAnswer> => {
    const message = DecidePatientLink.parse(request.body)
    const { scope, accountId, zones } = signedIn
    const isHers = [message.zone, message.patientZone].every((zone) => zones.includes(zone))
    if (!isHers) throw new Refused('notFound')
    const decided = await withTenant(db, scope, async (transaction) => {
      const account = await transaction
        .selectFrom('account')
        .select('name')
        .where('accountId', '=', accountId)
        .executeTakeFirstOrThrow()
      return await decidePatientLink(postgresStreamStore(transaction), message, {
        municipality: scope.municipality,
        world,
        by: { employeeId: accountId, name: account.name },
        hasher: nodeHasher,
        now: sources.now(),
      })
    })
    if (!decided.ok) throw new Refused(decided.refusal)
    return { kind: 'decided', temporaryId: message.temporaryId }
  }
}
