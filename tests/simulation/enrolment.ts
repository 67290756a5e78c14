import type { Credential } from '#domain/credential.ts'
import { DeviceId, EmployeeId } from '#domain/ids.ts'
import { instantFromMilliseconds } from '#domain/instant.ts'
import type { OutboxLine } from '../support/memory-outbox-store.ts'
import type { RunContext } from './run-context.ts'
import { municipality } from './sim-streams.ts'

/** A device id with its key and the server's word for both: a new phone, or the end of a cloned id. */
export async function newLine(
  { crypto, random, scheduler }: RunContext,
  authors: readonly Credential[],
): Promise<OutboxLine> {
  const deviceId = DeviceId.parse(random.uuid())
  const key = await crypto.makeKey()
  const issuedAt = instantFromMilliseconds(scheduler.now())
  const shared = { municipality, deviceId, issuedAt }
  const device = await crypto.vouch({
    kind: 'device',
    ...shared,
    keyId: key.keyId,
    publicKey: key.publicKey,
  })
  // For the simulation an author signs with the device's key; who she is stays the same.
  const before = authors[0]?.subject
  const employeeId = before?.kind === 'author' ? before.employeeId : EmployeeId.parse(random.uuid())
  const author = await crypto.vouch({
    kind: 'author',
    ...shared,
    employeeId,
    keyId: key.keyId,
    publicKey: key.publicKey,
  })
  return { deviceId, key, device, authors: [author], rows: [], noticesCursor: 0, ended: false }
}
