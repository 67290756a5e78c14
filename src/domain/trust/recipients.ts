import type { DeviceId, EmployeeId } from '../base/ids.ts'
import type { Credential } from '../entries/credential.ts'
import { keyIdOf } from '../entries/sealing.ts'
import { type KeySet, findKey } from './key-set.ts'
import { type TrustTools, statementBytes } from './signatures.ts'
import type { StreamHolder } from './stream-holders.ts'

/** An employee as a row of this device names her. The row may have been written by anybody. */
export type EnrolledRecipient = { employee: EmployeeId; recipient: Credential }

/**
 * Of the holders that the server lists, those who get the stream's key on this device: the server's credentials key
 * has signed exactly her key for exactly this device. Neither the list nor a row on the device is enough alone.
 */
export async function recipientsAmong(
  holders: readonly StreamHolder[],
  enrolled: readonly EnrolledRecipient[],
  { keySet, deviceId }: { keySet: KeySet; deviceId: DeviceId },
  tools: TrustTools,
): Promise<StreamHolder[]> {
  const found: StreamHolder[] = []
  for (const holder of holders) {
    // A planted row hides nobody: any row that names her listed key will do.
    const rows = enrolled.filter(
      ({ employee, recipient }) =>
        employee === holder.employee && recipient.subject.keyId === holder.keyId,
    )
    for (const row of rows) {
      if (!(await isRecipient(row, { keySet, deviceId }, tools))) continue
      found.push(holder)
      break
    }
  }
  return found
}

async function isRecipient(
  { employee, recipient: { subject, signature } }: EnrolledRecipient,
  { keySet, deviceId }: { keySet: KeySet; deviceId: DeviceId },
  { signatures, hasher }: TrustTools,
): Promise<boolean> {
  if (subject.kind !== 'recipient' || subject.employeeId !== employee) return false
  if (subject.deviceId !== deviceId) return false
  if ((await keyIdOf(subject.publicKey, hasher)) !== subject.keyId) return false
  const key = findKey(keySet.credentials, subject.kid, keySet, subject.issuedAt)
  return key !== null && signatures.isSignedBy(key, signature, statementBytes(subject, hasher))
}
