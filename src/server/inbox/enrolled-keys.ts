import type { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../database/database.ts'

/** Keys that the server is asked to vouch for together, by what each is for. */
export type EnrolledKeys = {
  municipality: MunicipalityId
  deviceId: DeviceId
  employeeId: EmployeeId
  keys: readonly { purpose: 'device' | 'author' | 'recipient'; keyId: KeyId }[]
}

const recentMinutes = 10

/**
 * Whether an employee may have keys vouched for. New keys need a password of the last ten minutes, so
 * that a session that was left open somewhere makes no phone hers. Those that were vouched for before
 * are renewed without: a phone does that by itself, also at night.
 */
export async function mayEnrol(
  transaction: DatabaseTransaction,
  asked: EnrolledKeys,
  { signedInAt, now }: { signedInAt: Instant; now: Instant },
): Promise<boolean> {
  if (signedInAt >= plusMinutes(now, -recentMinutes)) return true
  const known = await transaction
    .selectFrom('enrolledKey')
    .select(['purpose', 'keyId'])
    .where('deviceId', '=', asked.deviceId)
    .where('employeeId', '=', asked.employeeId)
    .execute()
  return asked.keys.every(({ purpose, keyId }) =>
    known.some((key) => key.purpose === purpose && key.keyId === keyId),
  )
}

/** Part of the transaction that enrols the device. */
export async function rememberKeys(
  transaction: DatabaseTransaction,
  { municipality, deviceId, employeeId, keys }: EnrolledKeys,
  enrolledAt: Instant,
): Promise<void> {
  const shared = { municipalityId: municipality, deviceId, employeeId, enrolledAt }
  await transaction
    .insertInto('enrolledKey')
    .values(keys.map((key) => ({ ...shared, ...key })))
    .onConflict((known) => known.doNothing())
    .execute()
}
