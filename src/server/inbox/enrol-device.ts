import type { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import { unused } from './device-quota.ts'

/** Registers a device, or updates it. Refuses when another key is registered under its id. */
export async function enrolDevice(
  transaction: DatabaseTransaction,
  device: {
    municipality: MunicipalityId
    deviceId: DeviceId
    keyId: KeyId
    label: string
    enrolledBy: EmployeeId
    issuedAt: Instant
  },
): Promise<'enrolled' | 'otherKey'> {
  const { municipality, deviceId, keyId, label, enrolledBy, issuedAt } = device
  const enrolment = { label, enrolledBy, enrolledAt: issuedAt }
  const fresh = { head: 0, noticeCursor: 0, durable: null, ...unused }
  const rows = await transaction
    .insertInto('device')
    .values({ municipalityId: municipality, deviceId, keyId, ...enrolment, ...fresh })
    .onConflict((known) =>
      known
        .columns(['municipalityId', 'deviceId'])
        .doUpdateSet(enrolment)
        .where('device.keyId', '=', keyId),
    )
    .returning('deviceId')
    .execute()
  return rows.length === 0 ? 'otherKey' : 'enrolled'
}
