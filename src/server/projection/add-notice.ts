import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import type { InboxEntry, QuarantineReason } from '../base/inbox-entry.ts'
import { addUse, storedBytes, usualQuota } from '../inbox/device-quota.ts'
import type { InboxStore } from '../inbox/inbox-store.ts'

/**
 * Marks an entry as applied, or quarantined for a reason, with a notice to its device. The notice's cursor follows the
 * clock, so that no cursor is used again after a restore of the database.
 */
export async function addNotice(
  inbox: InboxStore,
  row: InboxEntry,
  reason: QuarantineReason | null,
  now: Instant,
): Promise<void> {
  const device = await inbox.lockDevice(row.deviceId)
  if (device === null) throw new Error(`Entry ${row.entryId} of an unknown device`)
  const cursor = Math.max(device.noticeCursor + 1, millisecondsFromInstant(now))
  const junk = { entries: 0, bytes: 0, junkBytes: storedBytes(row.entry) }
  const use = reason === null ? {} : addUse(device, junk, now, usualQuota)
  await inbox.saveDevice({ ...device, ...use, noticeCursor: cursor })
  const kind = reason === null ? 'applied' : 'quarantined'
  await inbox.markProjected(row, { cursor, entryId: row.entryId, kind, reason })
}
