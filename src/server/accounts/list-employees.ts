import type { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { DatabaseTransaction } from '../database/database.ts'

export type AccountAccess = { employee: EmployeeId; role: Role; zones: readonly ZoneId[] }

/** Roles and zones of those accounts that are open; others are left out. */
export async function listEmployees(
  transaction: DatabaseTransaction,
  ids: readonly EmployeeId[],
): Promise<AccountAccess[]> {
  if (ids.length === 0) return []
  const accounts = await transaction
    .selectFrom('account')
    .select(['accountId', 'role'])
    .where('accountId', 'in', ids)
    .where('closedAt', 'is', null)
    .execute()
  const zones = await transaction
    .selectFrom('accountZone')
    .select(['accountId', 'zoneId'])
    .where('accountId', 'in', ids)
    .orderBy('zoneId')
    .execute()
  return accounts.map(({ accountId, role }) => ({
    employee: accountId,
    role,
    zones: zones.filter((row) => row.accountId === accountId).map(({ zoneId }) => zoneId),
  }))
}
