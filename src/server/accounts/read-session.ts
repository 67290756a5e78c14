import type { Session } from '#contract/read-session.ts'
import type { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { Database, DatabaseTransaction } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'

/** Reads an employee's own name, role and zones, for that employee. */
export function readSession(
  db: Database,
  municipality: MunicipalityId,
  accountId: EmployeeId,
): Promise<Session> {
  const scope = { municipality, zones: [], account: accountId, role: null }
  return withTenant(db, scope, async (transaction) => {
    const zones = await listZones(transaction, accountId)
    const sections = await transaction
      .selectFrom('section')
      .select(['sectionId as id', 'name'])
      .orderBy('name')
      .execute()
    return {
      municipality: await transaction
        .selectFrom('municipality')
        .select(['municipalityId as id', 'name'])
        .executeTakeFirstOrThrow(),
      employee: await transaction
        .selectFrom('account')
        .select(['accountId as id', 'username', 'name', 'title', 'role', 'hprNumber'])
        .where('accountId', '=', accountId)
        .executeTakeFirstOrThrow(),
      zones,
      sections: sections.filter(({ id }) => zones.some(({ section }) => section === id)),
    }
  })
}

function listZones(
  transaction: DatabaseTransaction,
  accountId: EmployeeId,
): Promise<Session['zones']> {
  return transaction
    .selectFrom('accountZone')
    .innerJoin('zone', 'zone.zoneId', 'accountZone.zoneId')
    .select(['zone.zoneId as id', 'zone.name', 'zone.sectionId as section'])
    .where('accountZone.accountId', '=', accountId)
    .orderBy('zone.name')
    .execute()
}
