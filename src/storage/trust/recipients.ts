import type { DeviceId } from '#domain/base/ids.ts'
import type { PublicKey } from '#domain/entries/credential.ts'
import { findRecipientKey } from '#domain/trust/recipients.ts'
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
  { id, deviceSecret, recipient: { credential } }: EmployeeRow,
  {
    me,
    isOwn,
    tools,
  }: { me: OpenEmployee; isOwn(deviceId: DeviceId): Promise<boolean>; tools: TrustTools },
): Promise<PublicKey | null> {
  if (deviceSecret === null || credential === null) return null
  const { municipality, signed } = me.trust
  const about = { municipality, keySet: signed.keySet, isOwnDevice: isOwn }
  const row = { employee: id, recipient: credential }
  return findRecipientKey(holder, row, { ...about, ...tools })
}
