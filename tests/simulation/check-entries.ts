import type { InboxEntry } from '#server/base/inbox-entry.ts'
import type { Committed } from '../support/memory-sync-database.ts'
import type { Device } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { journalOf } from './sim-streams.ts'
import type { Written } from './write-entry.ts'

/** Nothing written is lost, nothing happens twice, and each line of entries is one line. */
export function checkEntries(
  { fail, rights }: RunContext,
  devices: readonly Device[],
  written: readonly Written[],
  committed: Committed,
): void {
  const onDevices = new Set(
    devices.flatMap(({ outbox }) =>
      [...outbox.lines.values()].flatMap(({ rows }) => rows.map((row) => row.entry.header.entryId)),
    ),
  )
  const rows = [...committed.inbox.values()].map(({ entry }) => entry)
  const originals = new Map(
    rows.map(({ entryId, entry }) => [entryId, entry.header.reseals ?? entryId]),
  )
  const effects = new Map<string, number>()
  for (const { entryId } of committed.accesses) {
    const original = originals.get(entryId) ?? entryId
    effects.set(original, (effects.get(original) ?? 0) + 1)
  }
  for (const one of written) {
    const { entryId, kind, valid, zone } = one
    if (!onDevices.has(entryId)) fail(`${entryId} was deleted from its device`)
    const held = rows.filter((row) => originals.get(row.entryId) === entryId)
    if (held.length === 0) fail(`${entryId} is lost`)
    const isDue = valid && held.some(({ status }) => status === 'stored')
    const written = committed.streams.get(journalOf(zone))?.documents.get(entryId)?.document
    const happened = kind === 'form' ? Number(written !== undefined) : (effects.get(entryId) ?? 0)
    if (happened !== Number(isDue)) fail(`${entryId} had its effect ${happened} times`)
    // Of an entry and those that repeat it one was opened first, and any of them may have been.
    const opened = held.filter(({ projected }) => projected !== 'waiting')
    if (written === undefined || opened.length === 0) continue
    const isNote = written.schema === 'note@1'
    if (
      isNote &&
      !opened.some(({ receivedAt }) => rights.everHadBefore(one.author, zone, receivedAt))
    ) {
      fail(`${entryId} is in the journal of a zone that its author never had`)
    }
    const wasKnown = ({ receivedAt, contactBefore }: InboxEntry): boolean =>
      contactBefore !== null && rights.hadHeardOfEnd(one.author, zone, contactBefore, receivedAt)
    if (isNote && opened.every(wasKnown)) {
      fail(`${entryId} is in a journal though its phone had heard that its author lost the zone`)
    }
    if (!isNote && opened.every(({ receivedAt }) => rights.hadAt(one.author, zone, receivedAt))) {
      fail(`${entryId} waits for a leader, and its author had the zone`)
    }
  }
  const copies = new Set<string>()
  for (const { entryId, deviceId, bytesHash } of rows) {
    const copy = `${deviceId} ${bytesHash}`
    if (copies.has(copy)) fail(`${entryId} was taken twice`)
    copies.add(copy)
  }
  const stored = new Map(
    rows
      .filter(({ status }) => status === 'stored')
      .map((row) => [`${row.deviceId} ${row.n}`, row]),
  )
  for (const row of stored.values()) {
    const before = stored.get(`${row.deviceId} ${row.n - 1}`)
    if (before !== undefined && before.entryHash !== row.prevHash) {
      fail(`entry ${row.n} of ${row.deviceId} does not follow the one before it`)
    }
  }
}
