import { sql } from 'kysely'
import type { DeviceId, EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'

type Push = {
  municipality: MunicipalityId
  deviceId: DeviceId
  /** Whose entries it brought. */
  authors: readonly EmployeeId[]
  at: Instant
}

/**
 * Counts a push as contact for those whose account is closed, and for everybody on a closed device. Nobody of them is
 * answered which streams she has any more: without this, what they write would go on counting as written unknowingly.
 * Called after the entries of the push are taken, which are judged by the contact before it.
 */
export async function recordClosedContacts(
  transaction: DatabaseTransaction,
  { municipality, deviceId, authors, at }: Push,
): Promise<void> {
  await sql`
    insert into device_contact (municipality_id, device_id, employee_id, at)
    select ${municipality}, device.device_id, account.account_id, ${at}::timestamptz
    from device, account
    where device.device_id = ${deviceId}
      and (account.closed_at is not null or device.closed_at is not null)
      and (account.account_id = any(${[...authors]}::uuid[]) or account.account_id in (
        select employee_id from device_contact where device_id = ${deviceId}))
    on conflict (municipality_id, device_id, employee_id)
      do update set at = greatest(device_contact.at, excluded.at)`.execute(transaction)
}
