import type { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'

/** Enters a device in the register, or renews what is known of it; `taken` when its id has another key. */
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
): Promise<'enrolled' | 'taken'> {
  const { municipality, deviceId, keyId, label, enrolledBy, issuedAt } = device
  const enrolment = { label, enrolledBy, enrolledAt: issuedAt }
  const fresh = { head: 0, noticeCursor: 0, durable: null }
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
  return rows.length === 0 ? 'taken' : 'enrolled'
}
