import type { Hasher } from '../base/hasher.ts'
import type { DeviceId, EmployeeId, MunicipalityId } from '../base/ids.ts'
import type { PublicKey } from '../entries/credential.ts'
import { statementBytes } from './signatures.ts'

/** What an enrolment is about: three public keys of one employee on one device. */
export type EnrolmentKeys = {
  municipality: MunicipalityId
  employeeId: EmployeeId
  deviceId: DeviceId
  devicePublicKey: PublicKey
  authorPublicKey: PublicKey
  recipientPublicKey: PublicKey
}

/**
 * The bytes that device key and author key sign to prove that the device has them. The nonce is the server's
 * and is used once, so that nobody enrols keys that she has only read in somebody else's request.
 */
export function enrolmentProofBytes(
  keys: EnrolmentKeys,
  nonce: string,
  hasher: Hasher,
): Uint8Array<ArrayBuffer> {
  const { municipality, employeeId, deviceId } = keys
  const { devicePublicKey, authorPublicKey, recipientPublicKey } = keys
  const about = { kind: 'enrolment', v: 1, municipality, world: '*', employeeId, deviceId } as const
  return statementBytes(
    { ...about, nonce, devicePublicKey, authorPublicKey, recipientPublicKey },
    hasher,
  )
}
