import type { SealedEntry } from '#domain/entries/entry.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import type { InboxEntry, NoticeKind, NoticeReason } from '../base/inbox-entry.ts'
import { addUse, storedBytes, usualQuota } from './device-quota.ts'
import type { InboxStore } from './inbox-store.ts'

/** What is quarantined counts in the device's quota of junk. */
type Quarantined = { kind: 'quarantined'; reason: NoticeReason; entry: SealedEntry }
export type NoticeOutcome =
  | { kind: Exclude<NoticeKind, 'quarantined'>; reason?: NoticeReason | null }
  | Quarantined

/**
 * Writes down what became of an entry, and tells its device. The cursor follows the clock, so that none is used again
 * after a restore of the database.
 */
export async function addNotice(
  inbox: Pick<InboxStore, 'lockDevice' | 'saveDevice' | 'markProjected'>,
  row: Pick<InboxEntry, 'deviceId' | 'bytesHash' | 'entryId'>,
  outcome: NoticeOutcome,
  now: Instant,
): Promise<void> {
  const device = await inbox.lockDevice(row.deviceId)
  if (device === null) throw new Error(`Entry ${row.entryId} of an unknown device`)
  const cursor = Math.max(device.noticeCursor + 1, millisecondsFromInstant(now))
  const { kind, reason = null } = outcome
  const use =
    outcome.kind === 'quarantined'
      ? addUse(
          device,
          { entries: 0, bytes: 0, junkBytes: storedBytes(outcome.entry) },
          now,
          usualQuota,
        )
      : {}
  await inbox.saveDevice({ ...device, ...use, noticeCursor: cursor })
  await inbox.markProjected(row, { cursor, entryId: row.entryId, kind, reason })
}
