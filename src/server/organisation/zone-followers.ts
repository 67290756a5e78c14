import type { EmployeeId, SectionId } from '#domain/base/ids.ts'
import { rolesByDuty } from '#domain/roles/duties.ts'
import type { DatabaseTransaction } from '../database/database.ts'

/** Who gets a new zone of a section: whoever leads there, since a list is taken in by somebody who has all its zones. */
export async function listZoneFollowers(
  transaction: DatabaseTransaction,
  section: SectionId,
): Promise<EmployeeId[]> {
  const rows = await transaction
    .selectFrom('account')
    .innerJoin('accountZone', 'accountZone.accountId', 'account.accountId')
    .innerJoin('zone', 'zone.zoneId', 'accountZone.zoneId')
    .select('account.accountId')
    .distinct()
    .where('zone.sectionId', '=', section)
    .where('account.role', 'in', rolesByDuty.importLists)
    .where('account.closedAt', 'is', null)
    .execute()
  return rows.map(({ accountId }) => accountId)
}
