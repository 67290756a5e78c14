import {
  type ListSecurityEventsAnswer,
  ListSecurityEventsQuery,
} from '#contract/list-security-events.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import { listSecurityEvents } from '../security/list-security-events.ts'

/** Answers the municipality's log of security events to its administrator, a page at a time. */
export function listSecurityEventsRoute({ db }: { db: Database }): SignedInHandler {
  return ({ request, signedIn: { scope } }): Promise<ListSecurityEventsAnswer> => {
    const query = ListSecurityEventsQuery.parse(request.query)
    return withTenant(db, scope, (transaction) => listSecurityEvents(transaction, query))
  }
}
