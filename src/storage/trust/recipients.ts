import type { DeviceId } from '#domain/base/ids.ts'
import type { PublicKey } from '#domain/entries/credential.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import type { EmployeeRow } from '../databases/outbox-database.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { isVouchedFor } from './credentials.ts'

/**
 * The public key of a holder whom the server lists, by its own credential; null when she is not enrolled here with
 * the key that is listed. The row itself proves nothing: whoever writes in the profile writes in it.
 */
export async function publicKeyOfHolder(
  holder: StreamHolder,
  row: EmployeeRow,
  {
    me,
    isOwn,
    tools,
  }: { me: OpenEmployee; isOwn(deviceId: DeviceId): Promise<boolean>; tools: TrustTools },
): Promise<PublicKey | null> {
  const { credential } = row.recipient
  if (row.deviceSecret === null || credential === null) return null
  const { subject } = credential
  const isHers =
    subject.kind === 'recipient' &&
    subject.municipality === me.trust.municipality &&
    subject.employeeId === holder.employee &&
    row.id === holder.employee &&
    subject.keyId === holder.keyId
  if (!isHers || !(await isVouchedFor(credential, me.trust.signed.keySet, tools))) return null
  return (await isOwn(subject.deviceId)) ? subject.publicKey : null
}
