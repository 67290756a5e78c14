import type { DeviceId } from '#domain/base/ids.ts'
import type { PublicKey } from '#domain/entries/credential.ts'
import { isRecipient } from '#domain/trust/recipients.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import type { EmployeeRow } from '../databases/outbox-database.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'

/**
 * The public key of a holder whom the server lists, by its own credential; null when she is not enrolled here with
 * the key that is listed. The row itself proves nothing: whoever writes in the profile writes in it.
 */
export async function publicKeyOfHolder(
  holder: StreamHolder,
  row: EmployeeRow,
  {
    me: { trust },
    isOwn,
    tools,
  }: { me: OpenEmployee; isOwn(deviceId: DeviceId): Promise<boolean>; tools: TrustTools },
): Promise<PublicKey | null> {
  const { credential } = row.recipient
  if (row.deviceSecret === null || credential === null || row.id !== holder.employee) return null
  const by = { municipality: trust.municipality, keySet: trust.signed.keySet, isOwn }
  return (await isRecipient(holder, credential, by, tools)) ? credential.subject.publicKey : null
}
