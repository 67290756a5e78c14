import type { Hasher } from '../base/hasher.ts'
import type { DeviceId, EmployeeId, MunicipalityId } from '../base/ids.ts'
import { statementBytes } from './signatures.ts'

/** Whose session is resumed, and where. */
export type SessionPlace = {
  municipality: MunicipalityId
  employeeId: EmployeeId
  deviceId: DeviceId
}

/**
 * The bytes that device key and author key sign to prove that this employee has unlocked this device. The nonce is the
 * server's and is used once, so that nobody resumes a session with a request that she has only read.
 */
export function sessionProofBytes(
  { municipality, employeeId, deviceId }: SessionPlace,
  nonce: string,
  hasher: Hasher,
): Uint8Array<ArrayBuffer> {
  const about = { kind: 'session', v: 1, municipality, world: '*', employeeId, deviceId } as const
  return statementBytes({ ...about, nonce }, hasher)
}
