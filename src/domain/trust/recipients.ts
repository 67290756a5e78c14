import type { DeviceId, EmployeeId, MunicipalityId } from '../base/ids.ts'
import type { Credential, PublicKey } from '../entries/credential.ts'
import { keyIdOf } from '../entries/sealing.ts'
import { type KeySet, findKey } from './key-set.ts'
import { type TrustTools, statementBytes } from './signatures.ts'
import type { StreamHolder } from './stream-holders.ts'

/** An employee as a row of this device names her. The row may have been written by anybody. */
export type EnrolledRecipient = { employee: EmployeeId; recipient: Credential }

/** What the unlocked employee knows of her server and of this device. */
export type RecipientCheck = TrustTools & {
  municipality: MunicipalityId
  keySet: KeySet
  /** True for an id that this device has, or had before it was forked. */
  isOwnDevice(deviceId: DeviceId): Promise<boolean>
}

/**
 * The key that a holder whom the server lists gets a copy under on this device: the server's credentials key has signed
 * exactly that key for her and for this device. Null otherwise; neither the list nor a row on the device is enough alone.
 */
export async function findRecipientKey(
  holder: StreamHolder,
  { employee, recipient: { subject, signature } }: EnrolledRecipient,
  { municipality, keySet, isOwnDevice, signatures, hasher }: RecipientCheck,
): Promise<PublicKey | null> {
  const isHers =
    subject.kind === 'recipient' &&
    subject.municipality === municipality &&
    subject.employeeId === holder.employee &&
    employee === holder.employee &&
    subject.keyId === holder.keyId
  if (!isHers || (await keyIdOf(subject.publicKey, hasher)) !== subject.keyId) return null
  const key = findKey(keySet.credentials, subject.kid, keySet, subject.issuedAt)
  if (key === null) return null
  if (!(await signatures.isSignedBy(key, signature, statementBytes(subject, hasher)))) return null
  return (await isOwnDevice(subject.deviceId)) ? subject.publicKey : null
}

/** Of the holders that the server lists, those who get the stream's key on this device. */
export async function recipientsAmong(
  holders: readonly StreamHolder[],
  enrolled: readonly EnrolledRecipient[],
  check: RecipientCheck,
): Promise<StreamHolder[]> {
  const found: StreamHolder[] = []
  for (const holder of holders) {
    // A planted row hides nobody: any row that names her listed key will do.
    for (const row of enrolled) {
      if ((await findRecipientKey(holder, row, check)) === null) continue
      found.push(holder)
      break
    }
  }
  return found
}
