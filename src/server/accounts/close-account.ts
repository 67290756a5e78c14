import type { DeviceId } from '#domain/base/ids.ts'
import type { Closing } from '#domain/entries/author-rights.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'
import type { RightHolder } from './account-rights.ts'

/** Closes an account: its sessions end at once. What its owner writes is still stored. */
export async function closeAccount(
  transaction: DatabaseTransaction,
  { municipalityId, accountId }: RightHolder,
  { at, abuseFrom }: Closing,
): Promise<void> {
  await transaction
    .updateTable('account')
    .set({ closedAt: at, closedForAbuseFrom: abuseFrom })
    .where('accountId', '=', accountId)
    .execute()
  await transaction.deleteFrom('session').where('accountId', '=', accountId).execute()
  const event = { kind: 'accountClosed', at, employeeId: accountId } as const
  await recordSecurityEvent(transaction, municipalityId, event)
}

/** Closes a device. It may still push: what is on it is stored, and goes to a person. */
export async function closeDevice(
  transaction: DatabaseTransaction,
  deviceId: DeviceId,
  { at, abuseFrom }: Closing,
): Promise<void> {
  const closed = await transaction
    .updateTable('device')
    .set({ closedAt: at, closedForAbuseFrom: abuseFrom })
    .where('deviceId', '=', deviceId)
    .returning('municipalityId')
    .execute()
  for (const { municipalityId } of closed) {
    await recordSecurityEvent(transaction, municipalityId, { kind: 'deviceClosed', at, deviceId })
  }
}

/** Whether one of the ids of a device is closed. One that is not registered here is not. */
export async function isAnyDeviceClosed(
  transaction: DatabaseTransaction,
  deviceIds: readonly DeviceId[],
): Promise<boolean> {
  const closed = await transaction
    .selectFrom('device')
    .select('deviceId')
    .where('deviceId', 'in', deviceIds)
    .where('closedAt', 'is not', null)
    .executeTakeFirst()
  return closed !== undefined
}
