import { sql } from 'kysely'
import type { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { DatabaseTransaction } from '../../database/database.ts'
import type { ImportSection } from './import-section.ts'
import type { ImportPlan } from './plan-import.ts'

export type ZoneHolder = { accountId: EmployeeId; name: string; role: Role }

/**
 * Who will have each new zone of a plan: whoever leads the section, whoever has all its zones, and whoever has a zone in which
 * one of the new zone's people stood. So nobody loses a patient because the list calls her zone something else.
 */
export async function listZoneHolders(
  transaction: DatabaseTransaction,
  { ownZones }: Pick<ImportSection, 'ownZones'>,
  plan: Pick<ImportPlan, 'changed' | 'newZones'>,
): Promise<ZoneHolder[][]> {
  const rows = await transaction
    .selectFrom('account')
    .innerJoin('accountZone', 'accountZone.accountId', 'account.accountId')
    .select(['account.accountId', 'account.name', 'account.role', 'accountZone.zoneId'])
    .where('account.closedAt', 'is', null)
    .where('accountZone.zoneId', '=', sql<ZoneId>`any(${[...ownZones]}::text[])`)
    .orderBy('account.name')
    .orderBy('account.accountId')
    .execute()
  const accounts = new Map<EmployeeId, ZoneHolder & { zones: Set<ZoneId> }>()
  for (const { zoneId, ...account } of rows) {
    const known = accounts.get(account.accountId) ?? { ...account, zones: new Set() }
    known.zones.add(zoneId)
    accounts.set(account.accountId, known)
  }
  return plan.newZones.map(({ id }) => {
    const before = zonesBefore(plan, id)
    return [...accounts.values()]
      .filter(
        ({ role, zones }) =>
          role === 'sectionLeader' ||
          zones.size === ownZones.length ||
          before.some((zone) => zones.has(zone)),
      )
      .map(({ accountId, name, role }) => ({ accountId, name, role }))
  })
}

/** Where those stood who come to a zone. */
function zonesBefore({ changed }: Pick<ImportPlan, 'changed'>, zone: ZoneId): ZoneId[] {
  return changed.flatMap(({ before, after }) =>
    after.patient.zone === zone && before !== null ? [before.patient.zone] : [],
  )
}
