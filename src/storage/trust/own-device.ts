import type { DeviceId } from '#domain/base/ids.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { isPair } from '../crypto/signing-key.ts'
import type { OutboxDatabase } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { isAbout, isVouchedFor } from './credentials.ts'

/**
 * True for the id of this very device, and for one that it had before a fork: the server has vouched for a signing key of
 * that id, and that key is here and signs. The row itself proves nothing: whoever writes in the profile writes in it.
 */
export async function isOwnDevice(
  deviceId: DeviceId,
  { trust }: Pick<OpenEmployee, 'trust'>,
  { outbox, tools }: { outbox: Supervisor<OutboxDatabase>; tools: TrustTools },
): Promise<boolean> {
  const row = await outbox.run((database) => database.devices.get(deviceId))
  if (!(row?.signingKey instanceof CryptoKey) || row.credential === null) return false
  const { credential, signingKey } = row
  const { publicKey } = credential.subject
  const { municipality, signed } = trust
  if (!isAbout(credential, { kind: 'device', municipality, deviceId, publicKey })) return false
  return (await isVouchedFor(credential, signed.keySet, tools)) && isPair(signingKey, publicKey)
}
