import { DecideHeldEntry, type DecideHeldEntryAnswer } from '#contract/decide-held-entry.ts'
import type { EntryId } from '#domain/base/ids.ts'
import { Refused } from '../base/refused.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Sources } from '../base/sources.ts'
import type { Database } from '../database/database.ts'
import { type TenantScope, systemScope, withTenant } from '../database/with-tenant.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { type DecisionRefusal, decideReview } from '../projection/decide-review.ts'
import { postgresReviewStore } from '../projection/postgres-review-store.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'

const refusals = {
  unknown: 'notFound',
  unfitting: 'notAllowed',
  decidedOtherwise: 'changedMeanwhile',
} as const satisfies Record<DecisionRefusal, Refused['kind']>

/**
 * Carries out a leader's decision. Journals and inbox are written by the server alone: she is first shown, as herself, to
 * see the question. The server then works in all zones, because the note may wait in the patient's own.
 */
export function decideHeldEntryRoute({
  db,
  sources,
}: {
  db: Database
  sources: Sources
}): SignedInHandler {
  return async ({ request, signedIn }): Promise<DecideHeldEntryAnswer> => {
    const { entryId, decision } = DecideHeldEntry.parse(request.body)
    const { accountId, scope } = signedIn
    const { municipality } = scope
    if (!(await isSeenBy(db, scope, entryId))) throw new Refused('notFound')
    const whole = await systemScope(db, municipality)
    const { zones } = whole
    const decided = await withTenant(db, whole, (transaction) =>
      decideReview(
        {
          inbox: postgresInboxStore(transaction, municipality),
          streams: postgresStreamStore(transaction),
          reviews: postgresReviewStore(transaction, municipality),
        },
        entryId,
        { decision, by: accountId },
        { municipality, zones, hasher: nodeHasher, now: sources.now() },
      ),
    )
    if (!decided.ok) throw new Refused(refusals[decided.refusal])
    return { kind: 'decided', entryId }
  }
}

async function isSeenBy(db: Database, scope: TenantScope, entryId: EntryId): Promise<boolean> {
  const found = await withTenant(db, scope, (transaction) =>
    transaction
      .selectFrom('entryReview')
      .select('entryId')
      .where('entryId', '=', entryId)
      .executeTakeFirst(),
  )
  return found !== undefined
}
