import { credentialDays } from '#domain/entries/credential.ts'
import { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { instantFromMilliseconds, plusMinutes } from '#domain/time/instant.ts'
import type { OutboxLine } from '../support/memory-outbox-store.ts'
import type { RunContext } from './run-context.ts'
import { municipality } from './sim-streams.ts'

/** A device id with its key and the server's word for both: a new phone, or the end of a cloned id. */
export async function newLine(
  { crypto, random, scheduler }: RunContext,
  employee: EmployeeId | null,
): Promise<OutboxLine> {
  const deviceId = DeviceId.parse(random.uuid())
  const key = await crypto.makeKey()
  const issuedAt = instantFromMilliseconds(scheduler.now())
  const expiresAt = plusMinutes(issuedAt, credentialDays * 24 * 60)
  const shared = { municipality, deviceId, issuedAt, expiresAt }
  const device = await crypto.vouch({
    kind: 'device',
    ...shared,
    keyId: key.keyId,
    publicKey: key.publicKey,
  })
  // For the simulation an author signs with the device's key; who she is stays the same.
  const employeeId = employee ?? EmployeeId.parse(random.uuid())
  const author = await crypto.vouch({
    kind: 'author',
    ...shared,
    employeeId,
    keyId: key.keyId,
    publicKey: key.publicKey,
  })
  return {
    deviceId,
    key,
    device,
    author: { employeeId, keyId: key.keyId },
    authors: [author],
    rows: [],
    noticesCursor: 0,
    ended: false,
  }
}
