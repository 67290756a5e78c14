import type { DeviceId, EmployeeId, MunicipalityId } from '../base/ids.ts'
import type { Credential } from '../entries/credential.ts'
import { keyIdOf } from '../entries/sealing.ts'
import { type KeySet, findKey } from './key-set.ts'
import { type TrustTools, statementBytes } from './signatures.ts'
import type { StreamHolder } from './stream-holders.ts'

/** An employee as a row of this device names her. The row may have been written by anybody. */
export type EnrolledRecipient = { employee: EmployeeId; recipient: Credential }

export type RecipientGround = {
  municipality: MunicipalityId
  keySet: KeySet
  /** Whether this device has the id, or had it before a fork. */
  isOwn(deviceId: DeviceId): Promise<boolean>
}

/**
 * Of the holders that the server lists, those who get the stream's key on this device: the server's credentials key
 * has signed exactly her key for exactly this device, or for an id that it had before a fork. Neither the list nor a row
 * on the device is enough alone.
 */
export async function recipientsAmong(
  holders: readonly StreamHolder[],
  enrolled: readonly EnrolledRecipient[],
  by: RecipientGround,
  tools: TrustTools,
): Promise<StreamHolder[]> {
  const found: StreamHolder[] = []
  for (const holder of holders) {
    // A planted row hides nobody: any row that names her listed key will do.
    const rows = enrolled.filter(({ employee }) => employee === holder.employee)
    for (const row of rows) {
      if (!(await isRecipient(holder, row.recipient, by, tools))) continue
      found.push(holder)
      break
    }
  }
  return found
}

/** True when the credential says of exactly the holder's key that it is hers on this device. */
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
