import type { DeviceId, MunicipalityId } from '../base/ids.ts'
import type { Credential } from '../entries/credential.ts'
import { keyIdOf } from '../entries/sealing.ts'
import { type KeySet, findKey } from './key-set.ts'
import { type TrustTools, statementBytes } from './signatures.ts'
import type { StreamHolder } from './stream-holders.ts'

export type RecipientGround = {
  municipality: MunicipalityId
  keySet: KeySet
  /** Whether this device has the id, or had it before a fork. */
  isOwn(deviceId: DeviceId): Promise<boolean>
}

/**
 * True when the server's credentials key has signed exactly the listed holder's key for exactly this device, or for an id
 * that it had before a fork. Neither the list nor a row on the device is enough alone.
 */
export async function isRecipient(
  { employee, keyId }: StreamHolder,
  { subject, signature }: Credential,
  { municipality, keySet, isOwn }: RecipientGround,
  { signatures, hasher }: TrustTools,
): Promise<boolean> {
  if (subject.kind !== 'recipient' || subject.employeeId !== employee) return false
  if (subject.keyId !== keyId || subject.municipality !== municipality) return false
  if (!(await isOwn(subject.deviceId))) return false
  if ((await keyIdOf(subject.publicKey, hasher)) !== subject.keyId) return false
  const key = findKey(keySet.credentials, subject.kid, keySet, subject.issuedAt)
  return key !== null && signatures.isSignedBy(key, signature, statementBytes(subject, hasher))
}
