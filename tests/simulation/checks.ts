import type { EntryId } from '#domain/base/ids.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'
import { leavesOf, rootOf } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { areTheirBodies } from '#domain/trust/judge-replica.ts'
import { type SignedHead, checkpointOf, isBelow } from '#domain/trust/stream-head.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { Replica, Staging } from '#storage/replica/replica-store.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import type { Committed } from '../support/memory-sync-database.ts'
import { type KeyCopy, copyCache } from '../support/replica-disk.ts'
import { newSession } from '../support/replica-pins.ts'
import { openReplica } from '../support/replica-reader.ts'
import { toolsWithout } from './device-ablations.ts'
import { type Device, type Enrolled, readerOn, streamsOfEmployee, unlockedOn } from './phone.ts'
import type { RunContext } from './run-context.ts'

/** What is committed was signed, is not below what she has pinned, and is sealed to nobody who has lost it. */
export function observeCommit(
  context: RunContext,
  device: Device,
  before: Replica | null,
  after: Replica,
  kind: Staging['kind'],
): void {
  const { fail, history, listings } = context
  const { stream, head } = after
  const { employeeId } = unlockedOn(device).employee
  const kept = device.replicas.pins.get(employeeId)?.get(stream)
  // One tab learns what another one has pinned when it saves its own: until then it may go below that.
  const isAlone = device.pages.length === 1
  const pinned = isAlone ? (kept?.head ?? null) : null
  if (pinned !== null && isBelow(head.head, pinned.head)) {
    fail(`${device.name}: ${stream} went below what ${employeeId} has pinned`)
  }
  if (kind === 'delta' && before !== null && isBelow(head.head, before.head.head)) {
    fail(`${device.name}: the head of ${stream} went back without a reset`)
  }
  if (context.without !== 'bucketDelta' && !history.wasSigned(head.signature)) {
    fail(`${device.name}: ${stream} is shown under a head that the server never signed`)
  }
  observeAge(context, device, after)
  for (const [bucket, { key }] of device.replicas.cache.shown.get(stream)?.chunks.entries() ?? []) {
    for (const employee of bucket === 0 ? listings.everHeld(key) : []) {
      if (!listings.isListedNow(device.name, stream, employee)) {
        fail(
          `${device.name}: ${employee} has lost ${stream}, and has had the key of what is written now`,
        )
      }
    }
  }
  const { cache } = device.replicas
  device.snapshots = [...device.snapshots.slice(-5), copyCache(cache)]
}

/** Nobody gets a copy whom the server has not listed, with the key that it has certified. */
export function observeSealed(
  { fail, listings, scheduler }: RunContext,
  device: Device,
  copies: readonly KeyCopy[],
): void {
  listings.observeSealed(copies)
  const me = unlockedOn(device).employee.employeeId
  for (const { stream, employee, sealedTo: keyId } of copies) {
    const holder = { employee, keyId }
    // Her own copy is of a stream that was listed as hers: the server may not yet believe her credential.
    if (employee === me) continue
    if (!listings.isListed(device.name, stream, holder, scheduler.now())) {
      fail(`${device.name}: ${employee} gets a copy of the key of ${stream}, and is not listed`)
    }
  }
}

/** The longest between reading a stream and signing its head, and between a copy that lags behind and its origin. */
const longestLagMilliseconds = 120_000

/** What is said to be verified at a moment is what the server stood at then. */
function observeAge(
  { history, fail }: RunContext,
  device: Device,
  { stream, head }: Replica,
): void {
  const signedAt = millisecondsFromInstant(head.head.time)
  const place = checkpointOf(head.head)
  if (!history.stoodAt(stream, place, signedAt - longestLagMilliseconds, signedAt)) {
    fail(`${device.name}: ${stream} at ${place.seq} was not the server's head then`)
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

/** `session`: of the last part of a stream that this page asked for. */
export function observeReport(
  context: RunContext,
  device: Device,
  event: SyncEvent,
  session: (stream: StreamId) => string | null,
): void {
  if (event.kind === 'failed') context.note(`${device.name}: ${JSON.stringify(event.failure)}`)
  if (event.kind === 'older') context.note(`${device.name}: ${event.stream} is older`)
  if (event.kind === 'rebuilding') {
    context.note(`${device.name} rebuilds ${event.stream}: ${event.reason}`)
    const isMixed = context.builds.mixed.has(session(event.stream) ?? '')
    if (event.reason === 'rootMismatch' && !device.tampered && !isMixed) {
      // Witness, start, floor, snapshot and lock come first. Only buckets of two histories pass them all.
      context.fail(
        `${device.name}: what was staged of ${event.stream} is not what the server signed`,
      )
    }
  }
}

/** What the screens would show as verified, to each employee who unlocks, is what the server signed, body by body. */
export async function checkShown(context: RunContext, device: Device): Promise<void> {
  const { crypto, history, keys, fail } = context
  const tools = { signatures: crypto.check, hasher: crypto.hasher }
  for (const enrolled of device.staff) {
    const reader = readerOn(device.outbox, enrolled)
    const { employeeId } = enrolled.employee
    const read = { disk: { ...device.replicas, pins: new Map(device.replicas.pins) }, reader }
    for (const stream of device.replicas.cache.shown.keys()) {
      const ablated = toolsWithout(context, tools)
      const opened = await openReplica(read.disk, newSession(), reader, stream, ablated)
      if (opened === null) continue
      const { head } = opened.shown.replica
      const whose = `${device.name}: ${stream} for ${employeeId}`
      if (opened.trust === 'unverified') {
        const isHonest = !device.tampered && enrolled.pinned.keySet.kid === keys.signed().keySet.kid
        if (isHonest && history.wasSigned(head.signature) && !isOfLostRoot(head, enrolled)) {
          fail(`${whose} is honest and called unverified`)
        }
        continue
      }
      const root = await rootOf(await leavesOf(opened.documents, crypto.hasher), crypto.hasher)
      const isWhole = opened.damagedParts > 0 || root === head.head.root
      const areReal = await areTheirBodies(opened.documents, crypto.hasher)
      if (
        !isWhole ||
        !areReal ||
        !(history.wasSigned(head.signature) || context.without === 'bucketDelta')
      ) {
        fail(`${whose} is called ${opened.trust} and was never signed`)
      }
      const pinned = device.replicas.pins.get(employeeId)?.get(stream)?.head ?? null
      if (opened.trust === 'verified' && pinned !== null && isBelow(head.head, pinned.head)) {
        fail(`${whose} is below what she has seen and does not say so`)
      }
    }
  }
}

function isOfLostRoot({ head }: SignedHead, { pinned }: Enrolled): boolean {
  return pinned.keySet.signing.every(({ keyId }) => keyId !== head.kid)
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

/** Null when what she opens without contact equals the server in every stream that she has. */
export async function difference(
  context: RunContext,
  device: Device,
  enrolled: Enrolled,
  committed: Committed,
  among: ReadonlySet<StreamId> = new Set(streamsOfEmployee(enrolled.employee)),
): Promise<string | null> {
  const tools = { signatures: context.crypto.check, hasher: context.crypto.hasher }
  const reader = readerOn(device.outbox, enrolled)
  const disk = { ...device.replicas, pins: new Map(device.replicas.pins) }
  const expected = new Set(streamsOfEmployee(enrolled.employee))
  for (const { stream, employee } of device.replicas.cache.copies) {
    if (employee === reader.employee && !expected.has(stream))
      return `${stream} is not hers any more`
  }
  for (const stream of expected) {
    if (!among.has(stream)) continue
    const rows = [...(committed.streams.get(stream)?.documents.values() ?? [])]
    const live = rows.map(({ document }) => document).filter(({ deleted }) => !deleted)
    const opened = await openReplica(disk, newSession(), reader, stream, tools)
    if (opened === null) {
      if (live.length > 0) return `${stream} is missing`
      continue
    }
    if (opened.trust !== 'verified' || opened.damagedParts > 0)
      return `${stream} is ${opened.trust}`
    const shown = new Map(opened.documents.map((document) => [document.docId, document]))
    const differs = live.find(
      ({ docId, seq, bodyHash }) =>
        shown.get(docId)?.seq !== seq || shown.get(docId)?.bodyHash !== bodyHash,
    )
    if (differs !== undefined) return `${stream} has another ${differs.docId}`
    if (shown.size !== live.length) return `${stream} has too much`
  }
  return null
}

/** What one of them has fetched, her colleagues who have it too read without contact: null when that is so. */
export async function colleaguesDifference(
  context: RunContext,
  device: Device,
  committed: Committed,
): Promise<string | null> {
  const online = unlockedOn(device)
  const hers = new Set(streamsOfEmployee(online.employee))
  for (const enrolled of device.staff) {
    const { employeeId } = enrolled.employee
    const isCertified = device.replicas.enrolled.some(
      ({ recipient: { subject } }) =>
        subject.deviceId === device.outbox.current && subject.keyId === enrolled.key.keyId,
    )
    if (!isCertified || enrolled === online) continue
    const mine = new Set(streamsOfEmployee(enrolled.employee).filter((one) => hers.has(one)))
    const differs = await difference(context, device, enrolled, committed, mine)
    if (differs !== null) return `for ${employeeId}, who was not online: ${differs}`
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

/** Only a cloned profile meets conflicts, and it goes on under an id of its own. */
export function checkConflicts({ fail }: RunContext, device: Device): void {
  for (const line of device.outbox.lines.values()) {
    if (!line.rows.some(({ state }) => state === 'conflict')) continue
    if (!device.cloned) fail(`${device.name}: a conflict on a device that is alone`)
    else if (!line.ended) fail(`${device.name}: goes on under numbers that are taken`)
  }
}
