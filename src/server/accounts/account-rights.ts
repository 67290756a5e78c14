import type { EmployeeId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'

export type RightHolder = { municipalityId: MunicipalityId; accountId: EmployeeId }

/*
 * An account's role and zones are written here alone, so that what holds now and its history cannot differ. `at` is the
 * server's own clock.
 */

export async function grantZone(
  transaction: DatabaseTransaction,
  holder: RightHolder,
  zoneId: ZoneId,
  at: Instant,
): Promise<void> {
  await transaction
    .insertInto('accountZone')
    .values({ ...holder, zoneId })
    .execute()
  await begin(transaction, holder, { kind: 'zone', name: zoneId }, at)
}

export async function revokeZone(
  transaction: DatabaseTransaction,
  holder: RightHolder,
  zoneId: ZoneId,
  at: Instant,
): Promise<void> {
  await transaction
    .deleteFrom('accountZone')
    .where('accountId', '=', holder.accountId)
    .where('zoneId', '=', zoneId)
    .execute()
  await end(transaction, holder, { kind: 'zone', name: zoneId }, at)
}

/** Begins the history of a new account's role; `changeRole` goes on with it. */
export async function grantRole(
  transaction: DatabaseTransaction,
  holder: RightHolder,
  role: Role,
  at: Instant,
): Promise<void> {
  await begin(transaction, holder, { kind: 'role', name: role }, at)
}

export async function changeRole(
  transaction: DatabaseTransaction,
  holder: RightHolder,
  role: Role,
  at: Instant,
): Promise<void> {
  const { accountId } = holder
  const before = await transaction
    .selectFrom('account')
    .select('role')
    .where('accountId', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (before.role === role) return
  await transaction
    .updateTable('account')
    .set({ role })
    .where('accountId', '=', accountId)
    .execute()
  await end(transaction, holder, { kind: 'role', name: before.role }, at)
  await begin(transaction, holder, { kind: 'role', name: role }, at)
  await record(transaction, holder, 'roleChanged', at)
}

/** Gives an account these zones and no others. */
export async function changeZones(
  transaction: DatabaseTransaction,
  holder: RightHolder,
  zones: readonly ZoneId[],
  at: Instant,
): Promise<void> {
  const rows = await transaction
    .selectFrom('accountZone')
    .select('zoneId')
    .where('accountId', '=', holder.accountId)
    .forUpdate()
    .execute()
  const before = new Set(rows.map(({ zoneId }) => zoneId))
  for (const zone of before) {
    if (!zones.includes(zone)) await revokeZone(transaction, holder, zone, at)
  }
  for (const zone of zones) {
    if (!before.has(zone)) await grantZone(transaction, holder, zone, at)
  }
  const isSame = before.size === new Set(zones).size && zones.every((zone) => before.has(zone))
  if (!isSame) await record(transaction, holder, 'zonesChanged', at)
}

async function record(
  transaction: DatabaseTransaction,
  { municipalityId, accountId: employeeId }: RightHolder,
  kind: 'roleChanged' | 'zonesChanged',
  at: Instant,
): Promise<void> {
  await recordSecurityEvent(transaction, municipalityId, { kind, at, employeeId })
}

type Right = { kind: 'role' | 'zone'; name: string }

async function begin(
  transaction: DatabaseTransaction,
  holder: RightHolder,
  right: Right,
  at: Instant,
): Promise<void> {
  const span = { heldFrom: at, heldTo: null }
  await transaction
    .insertInto('accountRight')
    .values({ ...holder, ...right, ...span })
    // Taken and given again within one millisecond: it was held all the time.
    .onConflict((known) =>
      known
        .columns(['municipalityId', 'accountId', 'kind', 'name', 'heldFrom'])
        .doUpdateSet({ heldTo: null }),
    )
    .execute()
}

async function end(
  transaction: DatabaseTransaction,
  { accountId }: RightHolder,
  { kind, name }: Right,
  at: Instant,
): Promise<void> {
  await transaction
    .updateTable('accountRight')
    .set({ heldTo: at })
    .where('accountId', '=', accountId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('heldTo', 'is', null)
    .execute()
}
