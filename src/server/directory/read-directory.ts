import type { ZoneId } from '#domain/base/ids.ts'
import type { ZoneDirectory } from '#domain/contacts/zone-directory.ts'
import type { ZoneStaff } from '#domain/people/visits/zone-staff.ts'
import { rolesByDuty } from '#domain/roles/duties.ts'
import type { DatabaseTransaction } from '../database/database.ts'

export async function readZoneDirectory(transaction: DatabaseTransaction): Promise<ZoneDirectory> {
  const zones = await transaction
    .selectFrom('zone')
    .select(['zoneId as id', 'name'])
    .orderBy('zoneId')
    .execute()
  return { zones }
}

/** Whoever has the zone now and may record what is done for its patients. Closed accounts are left out. */
export async function readZoneStaff(
  transaction: DatabaseTransaction,
  zone: ZoneId,
): Promise<ZoneStaff> {
  const staff = await transaction
    .selectFrom('account')
    .innerJoin('accountZone', 'accountZone.accountId', 'account.accountId')
    .select(['account.accountId as employeeId', 'account.name', 'account.title', 'account.role'])
    .where('accountZone.zoneId', '=', zone)
    .where('account.role', 'in', rolesByDuty.recordPeople)
    .where('account.closedAt', 'is', null)
    .orderBy('account.accountId')
    .execute()
  return { zone, staff }
}
