import { credentialDays } from '#domain/entries/credential.ts'
import { DeviceId, EmployeeId, type ZoneId } from '#domain/base/ids.ts'
import { instantFromMilliseconds, plusMinutes } from '#domain/time/instant.ts'
import type { EnrolledRecipient } from '../support/replica-disk.ts'
import { lineOf, type OutboxLine } from '../support/memory-outbox-store.ts'
import { trustOf } from './device-trust.ts'
import type { Device, Enrolled } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { resealEntries } from './reseal-entries.ts'
import { municipality } from './sim-streams.ts'

/** A device id with its key and the server's word for both: a new phone, or the end of a cloned id. */
export async function newLine(
  context: RunContext,
  employee: EmployeeId | null,
): Promise<OutboxLine> {
  const { crypto, random } = context
  const deviceId = DeviceId.parse(random.uuid())
  const key = await crypto.makeKey()
  // For the simulation an author signs with the device's key; who she is stays the same.
  const employeeId = employee ?? EmployeeId.parse(random.uuid())
  const author = { employeeId, keyId: key.keyId }
  const line = { deviceId, key, author, rows: [], noticesCursor: 0, ended: false }
  return vouchedLine(context, { ...line, device: null, authors: [] })
}

/** The line with new credentials for its keys. */
async function vouchedLine({ keys, scheduler }: RunContext, line: OutboxLine): Promise<OutboxLine> {
  const { deviceId, author } = line
  const { keyId, publicKey } = line.key
  const issuedAt = instantFromMilliseconds(scheduler.now())
  const expiresAt = plusMinutes(issuedAt, credentialDays * 24 * 60)
  const shared = { municipality, deviceId, issuedAt, expiresAt, keyId, publicKey }
  const device = await keys.vouch({ kind: 'device', ...shared })
  const { employeeId } = author
  const authors = [await keys.vouch({ kind: 'author', ...shared, employeeId })]
  return { ...line, device, authors }
}

/** An employee enrols on a phone: the server's word for a key that is new, and its root, which she pins. */
export async function newEnrolled(
  context: RunContext,
  employeeId: EmployeeId,
  zones: ZoneId[],
): Promise<Enrolled> {
  const known = context.accounts.get(employeeId)
  const employee = known ?? { employeeId, zones, hasFacts: context.pace.facts }
  context.accounts.set(employeeId, employee)
  const enrolledAt = context.scheduler.now()
  return {
    employee,
    key: await context.crypto.makeKey(),
    pinned: context.keys.signed(),
    enrolledAt,
  }
}

export async function recipientOf(
  { keys, scheduler }: RunContext,
  { employee, key }: Enrolled,
  deviceId: DeviceId,
): Promise<EnrolledRecipient> {
  const issuedAt = instantFromMilliseconds(scheduler.now())
  const { keyId, publicKey } = key
  const { employeeId } = employee
  const about = { municipality, deviceId, employeeId, keyId, publicKey, issuedAt }
  return { employee: employeeId, recipient: await keys.vouch({ kind: 'recipient', ...about }) }
}

/** At contact she gets a credential for the id that the phone goes on under, and for a new key of the server. */
export async function renewRecipient(
  context: RunContext,
  device: Device,
  enrolled: Enrolled,
): Promise<void> {
  const { employeeId } = enrolled.employee
  const deviceId = device.outbox.current
  if (enrolled.pinned.keySet.kid !== context.keys.signed().keySet.kid) return
  const isCurrent = device.replicas.enrolled.some(
    ({ employee, recipient: { subject } }) =>
      employee === employeeId &&
      subject.deviceId === deviceId &&
      subject.keyId === enrolled.key.keyId,
  )
  if (isCurrent) return
  // The challenge of a renewal brings the server's keys: the credential may be signed by one that is new.
  await trustOf(context, device).adopt(context.keys.signed())
  saveRecipient(device, await recipientOf(context, enrolled, deviceId))
}

function saveRecipient({ replicas }: Device, row: EnrolledRecipient): void {
  const others = replicas.enrolled.filter(({ employee }) => employee !== row.employee)
  replicas.enrolled = [...others, row]
}

/** The server has lost its root: she signs in, brings the new one, and enrols anew with new keys. */
export async function enrolAnew(
  context: RunContext,
  device: Device,
  enrolled: Enrolled,
): Promise<void> {
  const { keys, crypto, note } = context
  const signed = keys.signed()
  if (enrolled.pinned.keySet.kid === signed.keySet.kid) return
  note(`${device.name}: ${enrolled.employee.employeeId} enrols anew`)
  const key = await crypto.makeKey()
  for (const id of device.outbox.lines.keys()) {
    const vouched = await vouchedLine(context, lineOf(device.outbox, id))
    const { device: credential, authors } = vouched
    device.outbox.lines.set(id, { ...lineOf(device.outbox, id), device: credential, authors })
  }
  const recipient = await recipientOf(context, { ...enrolled, key }, device.outbox.current)
  // From here on in one step, as a vault stores it in one transaction.
  enrolled.key = key
  enrolled.pinned = signed
  enrolled.enrolledAt = context.scheduler.now()
  device.trust = signed
  // Under the same root, her colleagues take a higher version over when they unlock.
  for (const one of device.staff) {
    if (one.pinned.keySet.kid === signed.keySet.kid) one.pinned = signed
  }
  // What lay under her former key does not open any more, her pins among it.
  device.replicas.pins.set(enrolled.employee.employeeId, new Map())
  saveRecipient(device, recipient)
  await resealEntries(context, device)
}
