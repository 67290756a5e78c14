import * as z from 'zod/mini'
import type { EmployeeId, ZoneId } from '../base/ids.ts'
import type { Role } from '../base/role.ts'
import { mayDo } from '../roles/duties.ts'

/** Who changes accounts; null is the server itself, at the command of whoever runs it. */
export type Keeper = { id: EmployeeId; role: Role; zones: readonly ZoneId[] } | null

/** What an account has, or is to have. */
export type AccountRights = { role: Role; zones: readonly ZoneId[] }

/**
 * Why an account is not changed so. own: nobody changes her own access. notYours: a leader keeps the accounts of her own
 * zones. lastAdministrator: nobody else could let anybody in. zoneHeld: she has the zone for good. notLent: she does not have
 * it for a time.
 */
export const AccountRefusal = z.object({
  kind: z.enum([
    'own',
    'notYours',
    'roleNotYours',
    'zonesNotYours',
    'zonesMissing',
    'administratorWithZones',
    'unknownZone',
    'closedZone',
    'usernameTaken',
    'lastAdministrator',
    'closed',
    'unknownAccount',
    'unreadableDays',
    'reversedDays',
    'pastDays',
    'notStandIn',
    'zoneHeld',
    'notLent',
  ]),
})
export type AccountRefusal = z.infer<typeof AccountRefusal>

/** The roles that an employee may give to others. An administrator gives all; nobody changes her own. */
export function rolesGivenBy(role: Role | null): readonly Role[] {
  if (role === null || role === 'administrator') {
    return ['nurse', 'shiftLead', 'sectionLeader', 'hdu', 'administrator']
  }
  return mayDo(role, 'keepAccounts') ? ['nurse', 'shiftLead'] : []
}

/** Why this account is not hers to change; null when it is. */
export function keepsAccount(
  keeper: Keeper,
  account: AccountRights & { id: EmployeeId },
): 'own' | 'notYours' | null {
  if (keeper === null) return null
  if (keeper.id === account.id) return 'own'
  if (keeper.role === 'administrator') return null
  const isHers =
    rolesGivenBy(keeper.role).includes(account.role) &&
    account.zones.length > 0 &&
    account.zones.every((zone) => keeper.zones.includes(zone))
  return isHers ? null : 'notYours'
}

/** Why an account may not get these rights; null when it may. */
export function judgeRights(
  keeper: Keeper,
  { role, zones }: AccountRights,
): AccountRefusal['kind'] | null {
  if (!rolesGivenBy(keeper?.role ?? null).includes(role)) return 'roleNotYours'
  if (role === 'administrator') return zones.length > 0 ? 'administratorWithZones' : null
  if (zones.length === 0) return 'zonesMissing'
  const isLeader = keeper !== null && keeper.role !== 'administrator'
  return isLeader && !zones.every((zone) => keeper.zones.includes(zone)) ? 'zonesNotYours' : null
}

/** Why a zone is not lent to this account; null when it may be. A leader lends her own zones to all whom she may see. */
export function judgeLending(
  keeper: Keeper,
  { id, role, zones }: AccountRights & { id: EmployeeId },
  zone: ZoneId,
): AccountRefusal['kind'] | null {
  if (keeper?.id === id) return 'own'
  if (role === 'administrator') return 'administratorWithZones'
  if (!rolesGivenBy(keeper?.role ?? null).includes(role)) return 'roleNotYours'
  const isLeader = keeper !== null && keeper.role !== 'administrator'
  if (isLeader && !keeper.zones.includes(zone)) return 'zonesNotYours'
  return zones.includes(zone) ? 'zoneHeld' : null
}
