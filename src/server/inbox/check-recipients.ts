import type { ListStreams } from '#contract/list-streams.ts'
import type { EmployeeId, KeyId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { type Checks, isVouchedFor } from './check-push.ts'

/**
 * Finds the public keys of the employees on a device, by credentials that this server signed for exactly this device,
 * or for an id that it says it had before.
 * Of several credentials of an employee the newest counts: she has enrolled again, and her former key is nobody's.
 */
export async function keysOfRecipients(
  {
    deviceId,
    formerDeviceIds,
    recipients,
  }: Pick<ListStreams, 'deviceId' | 'formerDeviceIds' | 'recipients'>,
  checks: Omit<Checks, 'rate'>,
): Promise<Map<EmployeeId, KeyId>> {
  const ids = new Set([deviceId, ...formerDeviceIds])
  const newest = new Map<EmployeeId, { keyId: KeyId; issuedAt: Instant }>()
  for (const credential of recipients) {
    const { subject } = credential
    if (subject.kind !== 'recipient' || !ids.has(subject.deviceId)) continue
    const before = newest.get(subject.employeeId)
    if (before !== undefined && before.issuedAt >= subject.issuedAt) continue
    if (await isVouchedFor(credential, checks)) newest.set(subject.employeeId, subject)
  }
  return new Map([...newest].map(([employee, { keyId }]) => [employee, keyId]))
}
