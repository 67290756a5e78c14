import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import type { InboxEntry, NoticeKind, NoticeReason } from '../base/inbox-entry.ts'
import type { InboxStore } from '../inbox/inbox-store.ts'

/**
 * Writes down what became of an entry, and tells its device. The cursor follows the clock, so that none is used again
 * after a restore of the database.
 */
export async function addNotice(
  inbox: InboxStore,
  row: Pick<InboxEntry, 'deviceId' | 'bytesHash' | 'entryId'>,
  outcome: { kind: NoticeKind; reason?: NoticeReason },
  now: Instant,
): Promise<void> {
  const device = await inbox.lockDevice(row.deviceId)
  if (device === null) throw new Error(`Entry ${row.entryId} of an unknown device`)
  const cursor = Math.max(device.noticeCursor + 1, millisecondsFromInstant(now))
  await inbox.saveDevice({ ...device, noticeCursor: cursor })
  const { kind, reason = null } = outcome
  await inbox.markProjected(row, { cursor, entryId: row.entryId, kind, reason })
}
