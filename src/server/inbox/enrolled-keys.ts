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
 * Whether a password is recent enough for new keys, so that a session that was left open somewhere
 * makes no phone hers.
 */
export function isRecent(signedInAt: Instant, now: Instant): boolean {
  return signedInAt >= plusMinutes(now, -recentMinutes)
}

/**
 * Whether all of these were vouched for before. Then they are renewed without password or leader: a
 * phone does that by itself, also at night.
 */
export async function areEnrolled(
  transaction: DatabaseTransaction,
  asked: EnrolledKeys,
): Promise<boolean> {
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

/**
 * Whether a device is open and has this key, and the author's key is the newest that the employee has enrolled on it: an
 * older one is nobody's, because she has made new ones.
 */
export async function areInUse(
  transaction: DatabaseTransaction,
  { deviceId, employeeId, device, author }: KeysOnDevice,
): Promise<boolean> {
  const open = await transaction
    .selectFrom('device')
    .select('deviceId')
    .where('deviceId', '=', deviceId)
    .where('keyId', '=', device.keyId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (open === undefined) return false
  const newest = await transaction
    .selectFrom('enrolledKey')
    .select('keyId')
    .where('deviceId', '=', deviceId)
    .where('employeeId', '=', employeeId)
    .where('purpose', '=', 'author')
    .orderBy('enrolledAt', 'desc')
    .executeTakeFirst()
  return newest?.keyId === author.keyId
}

type KeysOnDevice = {
  deviceId: DeviceId
  employeeId: EmployeeId
  device: { keyId: KeyId }
  author: { keyId: KeyId }
}

/** Part of the transaction that enrols the device. Answers whether any of them is new. */
export async function rememberKeys(
  transaction: DatabaseTransaction,
  { municipality, deviceId, employeeId, keys }: EnrolledKeys,
  enrolledAt: Instant,
): Promise<'new' | 'known'> {
  const shared = { municipalityId: municipality, deviceId, employeeId, enrolledAt }
  const added = await transaction
    .insertInto('enrolledKey')
    .values(keys.map((key) => ({ ...shared, ...key })))
    .onConflict((known) => known.doNothing())
    .returning('keyId')
    .execute()
  return added.length > 0 ? 'new' : 'known'
}
