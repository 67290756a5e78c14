import { type ListHeldEntriesAnswer, maxHeldEntries } from '#contract/list-held-entries.ts'
import { withTenant } from '../database/with-tenant.ts'
import type { Database } from '../database/database.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import { listOpenReviews } from '../projection/postgres-review-store.ts'

/** Answers what waits for a leader, read as herself: the policies of the table show her own zones and no others. */
export function listHeldEntriesRoute({ db }: { db: Database }): SignedInHandler {
  return async ({ signedIn }): Promise<ListHeldEntriesAnswer> => {
    const { reviews, total } = await withTenant(db, signedIn.scope, (transaction) =>
      listOpenReviews(transaction, maxHeldEntries),
    )
    return {
      entries: reviews.map(({ note, raisedAt, ...review }) =>
        review.kind === 'held'
          ? { kind: review.kind, reason: review.reason, note, raisedAt }
          : { kind: review.kind, note, raisedAt },
      ),
      more: total - reviews.length,
    }
  }
}
