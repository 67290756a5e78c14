import { sql } from 'kysely'
import { AccessId, type EmployeeId, type PatientId, type ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { maxPartsPerHour, type PatientPart } from '#domain/patient/patient-part.ts'
import { type Instant, minutesBetween, plusMinutes } from '#domain/time/instant.ts'
import { Refused } from '../base/refused.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { TenantScope } from '../database/with-tenant.ts'

export type LoggedPart = {
  employee: EmployeeId
  zone: ZoneId
  world: World
  patientId: PatientId
  part: PatientPart
  reason: string
}

/** Ends the request of an employee who has fetched as much as one may in an hour. */
export async function refuseBeyondLimit(
  transaction: DatabaseTransaction,
  employee: EmployeeId,
  now: Instant,
): Promise<void> {
  // Two requests at once are counted one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${employee}, 0))`.execute(transaction)
  const rows = await transaction
    .selectFrom('accessLog')
    .select('openedAt')
    .where('employeeId', '=', employee)
    .where('entryId', 'is', null)
    .where('openedAt', '>', plusMinutes(now, -60))
    .orderBy('openedAt', 'desc')
    .limit(maxPartsPerHour)
    .execute()
  const first = rows[maxPartsPerHour - 1]
  if (first === undefined) return
  const minutes = Math.max(1, 60 - minutesBetween(first.openedAt, now))
  throw new Refused('hourlyLimit', { retryAfterSeconds: Math.ceil(minutes * 60) })
}

/** Logs that a part is sent, and lets the rest of the transaction read that part of that patient. */
export async function logAccess(
  transaction: DatabaseTransaction,
  { municipality }: Pick<TenantScope, 'municipality'>,
  { employee, zone, world, patientId, part, reason }: LoggedPart,
  access: { id: AccessId; at: Instant },
): Promise<void> {
  await transaction
    .insertInto('accessLog')
    .values({
      municipalityId: municipality,
      accessId: access.id,
      entryId: null,
      deviceId: null,
      world,
      zoneId: zone,
      employeeId: employee,
      patientId,
      openedAt: access.at,
      revealed: part,
      reason,
    })
    .execute()
  await sql`select set_config('beredt.access', ${access.id}, true)`.execute(transaction)
}
