import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { InboxStore } from '../inbox/inbox-store.ts'
import { addNotice } from '../inbox/add-notice.ts'

export const maxFaults = 3

/** Minutes until an entry is tried again, after its first fault, and its second. */
const retryMinutes = [1, 10]
const passingMinutes = 1

/**
 * Counts a fault of an entry's projection, in a transaction after the one that failed. The entry is tried again later;
 * after the third fault it waits for a person, and its device gets a notice. A passing fault, which the entry is not to
 * blame for, is not counted.
 */
export async function recordFault(
  inbox: InboxStore,
  row: InboxEntry,
  kind: 'counted' | 'passing',
  now: Instant,
): Promise<'postponed' | 'quarantined' | 'settled'> {
  if (kind === 'passing') {
    await inbox.postpone(row, { until: plusMinutes(now, passingMinutes), waitsFor: 'retry' })
    return 'postponed'
  }
  const faults = await inbox.countFault(row)
  // Another server has projected it meanwhile.
  if (faults === null) return 'settled'
  if (faults >= maxFaults) {
    await addNotice(inbox, row, { kind: 'quarantined', reason: 'faulted', entry: row.entry }, now)
    return 'quarantined'
  }
  const until = plusMinutes(now, retryMinutes[faults - 1] ?? 0)
  await inbox.postpone(row, { until, waitsFor: 'retry' })
  return 'postponed'
}
