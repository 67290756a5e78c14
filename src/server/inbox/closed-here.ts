import { sql } from 'kysely'
import type { DeviceId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ClosedEmployee } from '#domain/vault/closed-employee.ts'
import type { DatabaseTransaction } from '../database/database.ts'

/**
 * Lists who has keys on a device, or has been online on it, and has no access any more. Only accounts that are known to be
 * closed: one that a restored server does not know is not among them.
 */
export async function listClosedHere(
  transaction: DatabaseTransaction,
  deviceId: DeviceId,
  now: Instant,
): Promise<ClosedEmployee[]> {
  const { rows } = await sql<ClosedEmployee>`
    select account_id as employee, coalesce(closed_at, valid_to) as at
    from account
    where (closed_at is not null or valid_to <= ${now}::timestamptz) and account_id in (
      select employee_id from enrolled_key where device_id = ${deviceId}
      union select employee_id from device_contact where device_id = ${deviceId})
    order by account_id
    limit ${maxClosed}`.execute(transaction)
  return rows
}

/** No phone has more employees; a message has a limit all the same. */
const maxClosed = 64
