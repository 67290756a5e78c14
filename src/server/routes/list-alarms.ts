import type { ListAlarmsAnswer } from '#contract/list-alarms.ts'
import { listAlarms } from '../alarms/list-alarms.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'

/** Answers the municipality's alarms to its administrator. */
export function listAlarmsRoute({ db }: { db: Database }): SignedInHandler {
  return async ({ signedIn: { scope } }): Promise<ListAlarmsAnswer> => ({
    alarms: await withTenant(db, scope, listAlarms),
  })
}
