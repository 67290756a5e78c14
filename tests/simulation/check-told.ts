import type { PushEntries, PushEntriesAnswer } from '#contract/push-entries.ts'
import type { Committed } from '../support/memory-sync-database.ts'
import type { OutboxDisk } from '../support/memory-outbox-store.ts'
import type { RunContext } from './run-context.ts'

/** A phone that asks for what came after its last notice knows every quarantine before it, in this history. */
export function checkTold(
  { fail }: RunContext,
  { push, answer }: { push: PushEntries; answer: PushEntriesAnswer },
  { lines }: OutboxDisk,
  { inbox }: Committed,
): void {
  const { deviceId } = push.device.subject
  const line = lines.get(deviceId)
  // Another page has had a newer answer, or has begun anew.
  if (line?.noticesCursor !== push.noticesAfter) return
  const told = new Set(answer.notices.map(({ entryId }) => entryId))
  for (const { entry, notice } of inbox.values()) {
    if (entry.deviceId !== deviceId || notice?.kind !== 'quarantined') continue
    if (notice.cursor > push.noticesAfter || told.has(entry.entryId)) continue
    const row = line.rows.find((one) => one.entry.header.entryId === entry.entryId)
    if (row?.state === 'acked' || row?.state === 'durable') {
      fail(`${entry.entryId} is quarantined, and its phone is not told`)
    }
  }
}
