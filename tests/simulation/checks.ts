import type { EntryId } from '#domain/base/ids.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'
import { documentMark, emptyDigest, plusMark } from '#domain/streams/stream-digest.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { Replica, Staging } from '#storage/replica/replica-store.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import type { Committed } from '../support/memory-sync-database.ts'
import { type Device, deviceStreams } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { journalOf } from './sim-streams.ts'
import type { Written } from './write-entry.ts'

/** The longest that an answer may be under way and still count. */
const longestAnswerMilliseconds = 20_000

export function observeCommit(
  context: RunContext,
  device: Device,
  before: Replica | null,
  after: Replica,
  kind: Staging['kind'],
): void {
  if (kind === 'delta' && before !== null && after.checkpoint.seq < before.checkpoint.seq) {
    context.fail(`${device.name}: the head of ${after.stream} went back without a reset`)
  }
  observeAge(context, device, after)
}

/** What is said to be verified at a moment is what the server stood at then. */
function observeAge({ history, fail }: RunContext, device: Device, replica: Replica): void {
  const { stream, checkpoint, verifiedAt } = replica
  const from = millisecondsFromInstant(verifiedAt)
  if (!history.stoodAt(stream, checkpoint, from, from + longestAnswerMilliseconds)) {
    fail(`${device.name}: ${stream} at ${checkpoint.seq} was not the server's head then`)
  }
}

export function observeReceipt(
  { history, fail }: RunContext,
  device: Device,
  entryId: EntryId,
  state: EntryState,
): void {
  if (state === 'sealed') fail(`${device.name}: a receipt without a state`)
  if (!history.wasHeld(entryId)) {
    fail(`${device.name}: a receipt for ${entryId}, which the server never held`)
  }
}

export function observeReport(context: RunContext, device: Device, event: SyncEvent): void {
  if (event.kind === 'rebuilding') {
    context.note(`${device.name} rebuilds ${event.stream}: ${event.reason}`)
    const staging = device.replicas.staged.get(event.stream)?.staging
    if (event.reason === 'digestMismatch' && staging?.kind === 'delta' && staging.base > 0) {
      // Witness, floor, snapshot and lock come first. Only what begins at nothing, as every build, has
      // no floor: compaction between two of its pages may take a tombstone that it needs.
      context.fail(`${device.name}: a delta of ${event.stream} did not agree with the server`)
    }
  }
  if (event.kind === 'verified') {
    const replica = device.replicas.shown.get(event.stream)?.replica
    if (replica !== undefined) observeAge(context, device, replica)
  }
}

/** What the screens would show is what the server once verified, document by document. */
export async function checkShown(context: RunContext, device: Device): Promise<void> {
  const { crypto, history, fail } = context
  for (const [stream, { replica, documents }] of device.replicas.shown) {
    let total = emptyDigest
    for (const document of documents.values()) {
      total = plusMark(total, await documentMark(document, crypto.hasher))
    }
    const verified = history.digestAt(stream, replica.checkpoint)
    if (total.digest !== verified?.digest || total.count !== verified.count) {
      fail(`${device.name}: shows of ${stream} what was never verified`)
    }
  }
}

export function checkDurable({ history, fail }: RunContext, device: Device): void {
  for (const { rows } of device.outbox.lines.values()) {
    for (const { entry, state } of rows) {
      const { entryId } = entry.header
      if (state === 'durable' && !history.wasBackedUp(entryId)) {
        fail(`${device.name}: ${entryId} is called durable and is in no backup`)
      }
    }
  }
}

export function hasUnsent(device: Device): boolean {
  return [...device.outbox.lines.values()].some(({ rows }) =>
    rows.some(({ state }) => state === 'sealed'),
  )
}

/** Null when the device equals the server in every stream that it has. */
export function difference(device: Device, committed: Committed): string | null {
  const expected = new Set<StreamId>(deviceStreams(device))
  for (const stream of device.replicas.shown.keys()) {
    if (!expected.has(stream)) return `${stream} is not hers any more`
  }
  for (const stream of expected) {
    const shown = device.replicas.shown.get(stream)
    const rows = [...(committed.streams.get(stream)?.documents.values() ?? [])]
    const live = rows.map(({ document }) => document).filter(({ deleted }) => !deleted)
    if (shown === undefined) {
      if (live.length > 0) return `${stream} is missing`
      continue
    }
    const differs = live.find(
      ({ docId, seq, bodyHash }) =>
        shown.documents.get(docId)?.seq !== seq ||
        shown.documents.get(docId)?.bodyHash !== bodyHash,
    )
    if (differs !== undefined) return `${stream} has another ${differs.docId}`
    if (shown.documents.size !== live.length) return `${stream} has too much`
  }
  return null
}

/** Names an entry whose outcome the device does not know; null when there is none. */
export function unknownOutcome(device: Device, committed: Committed): string | null {
  const quarantined = new Set(
    [...committed.inbox.values()]
      .filter(({ entry }) => entry.status === 'quarantined' || entry.projected === 'quarantined')
      .map(({ entry }) => entry.entryId),
  )
  for (const { rows } of device.outbox.lines.values()) {
    for (const { entry, state } of rows) {
      const { entryId } = entry.header
      const isKnown = state === 'quarantined' || state === 'conflict'
      if (quarantined.has(entryId) && !isKnown)
        return `${entryId} is quarantined, and the device does not know it`
    }
  }
  return null
}

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
  const effects = new Map<string, number>()
  for (const { entryId } of committed.accesses) {
    effects.set(entryId, (effects.get(entryId) ?? 0) + 1)
  }
  for (const one of written) {
    const { entryId, kind, valid, zone } = one
    if (!onDevices.has(entryId)) fail(`${entryId} was deleted from its device`)
    const held = rows.filter((row) => row.entryId === entryId)
    if (held.length === 0) fail(`${entryId} is lost`)
    const isDue = valid && held.some(({ status }) => status === 'stored')
    const written = committed.streams.get(journalOf(zone))?.documents.get(entryId)?.document
    const happened = kind === 'form' ? Number(written !== undefined) : (effects.get(entryId) ?? 0)
    if (happened !== Number(isDue)) fail(`${entryId} had its effect ${happened} times`)
    const receivedAt = held.find(({ status }) => status === 'stored')?.receivedAt
    if (written === undefined || receivedAt === undefined) continue
    const isNote = written.schema === 'note@1'
    if (isNote && !rights.everHadBefore(one.author, zone, receivedAt)) {
      fail(`${entryId} is in the journal of a zone that its author never had`)
    }
    if (!isNote && rights.hadAt(one.author, zone, receivedAt)) {
      fail(`${entryId} waits for a leader, and its author had the zone`)
    }
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

/** Only a cloned profile meets conflicts, and it goes on under an id of its own. */
export function checkConflicts({ fail }: RunContext, device: Device): void {
  for (const line of device.outbox.lines.values()) {
    if (!line.rows.some(({ state }) => state === 'conflict')) continue
    if (!device.cloned) fail(`${device.name}: a conflict on a device that is alone`)
    else if (!line.ended) fail(`${device.name}: goes on under numbers that are taken`)
  }
}
