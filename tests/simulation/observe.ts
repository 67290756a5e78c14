import type { EntryId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { checkpointOf, isBelow } from '#domain/trust/stream-head.ts'
import { type StreamPin, joinPins, noPin } from '#domain/trust/stream-pin.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { Replica, Staging } from '#storage/replica/replica-store.ts'
import type { SyncEvent } from '#sync/sync-event.ts'
import { type KeyCopy, chunkHash, copyCache } from '../support/replica-disk.ts'
import { type Device, unlockedOn } from './phone.ts'
import type { RunContext } from './run-context.ts'
import type { Process } from './scheduler.ts'
import { stagedDifference } from './staged-difference.ts'

/** What is committed was signed, is not below what she has pinned, and is sealed to nobody who has lost it. */
export function observeCommit(
  context: RunContext,
  device: Device,
  before: Replica | null,
  after: Replica,
  {
    page,
    kind,
    pin,
    prints,
  }: { page: Process; kind: Staging['kind']; pin: StreamPin; prints: readonly (string | null)[] },
): void {
  const { fail, listings } = context
  const { stream, head } = after
  const { employeeId } = unlockedOn(device).employee
  // What any page has stored, and what this one has heard of a reset and not stored yet.
  const stored = device.replicas.pins.get(employeeId)?.get(stream) ?? noPin
  const pinned = joinPins(pin, stored).head
  if (pinned !== null && isBelow(head.head, pinned.head)) {
    fail(`${device.name}: ${stream} went below what ${employeeId} has pinned`)
  }
  if (kind === 'delta' && before !== null && isBelow(head.head, before.head.head)) {
    fail(`${device.name}: the head of ${stream} went back without a reset`)
  }
  if (context.without !== 'bucketDelta') checkHead(context, device, after)
  for (const [bucket, { key }] of device.replicas.cache.shown.get(stream)?.chunks.entries() ?? []) {
    for (const employee of bucket === 0 ? listings.everHeld(device.name, key) : []) {
      if (!listings.isListedTo(page, stream, employee)) {
        fail(
          context.accounts.has(employee)
            ? `${device.name}: ${employee} has lost ${stream}, and has had the key of what is written now`
            : `${device.name}: a stranger has the key of what is written now of ${stream}`,
        )
      }
    }
  }
  checkPinned(context, device, after, prints)
  const { cache } = device.replicas
  device.snapshots = [...device.snapshots.slice(-5), copyCache(cache)]
}

/** What is pinned is never opened again to be verified: its documents are those that the server signed. */
function checkPinned(
  { fail, history }: RunContext,
  { name, replicas }: Device,
  { stream, head }: Replica,
  prints: readonly (string | null)[],
): void {
  const signed = history.rowsAt(stream, head.head)?.documents
  const chunks = replicas.cache.shown.get(stream)?.chunks ?? []
  const pinned = chunks.filter((chunk, bucket) => prints[bucket] === chunkHash(chunk))
  for (const { docId, body } of pinned.flatMap(({ documents }) => documents)) {
    const now = signed?.get(docId)?.document
    if (now !== undefined && JSON.stringify(now.body) !== JSON.stringify(body)) {
      fail(`${name}: ${docId} of ${stream} was altered, and is pinned`)
    }
  }
}

/** A head says when it was signed: the server, or the copy that answered for it, stood there then. */
export function checkHead(
  { fail, history }: RunContext,
  { name }: Device,
  { stream, head }: Replica,
): void {
  const place = checkpointOf(head.head)
  if (!history.wasSigned(head.signature)) {
    fail(`${name}: ${stream} is shown under a head that the server never signed`)
  } else if (!history.stoodAsSigned(stream, place, head.signature)) {
    fail(`${name}: ${stream} at ${place.seq} was not the server's head then`)
  }
}

/** Nobody gets a copy whom the server has not listed, with the key that it has certified. */
export function observeSealed(
  { fail, listings, scheduler }: RunContext,
  device: Device,
  copies: readonly KeyCopy[],
): void {
  listings.observeSealed(device.name, copies)
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
    const staged = session(event.stream) ?? ''
    // Who enrols anew has no pins and no copies of what another root vouched for: what was staged upon it is built anew.
    const isOverruled = context.builds.begunAt(staged) < unlockedOn(device).enrolledAt
    const isExcused = device.tampered || isOverruled || context.builds.isMixed(staged)
    if (event.reason === 'rootMismatch' && !isExcused) {
      // Witness, start, floor, snapshot and lock come first. Only buckets of two histories pass them all.
      const head = context.builds.findHead(staged)
      const signed = head === null ? undefined : context.history.rowsAt(event.stream, head)
      const how =
        signed === undefined
          ? ''
          : `: ${stagedDifference(device.replicas.cache, event.stream, signed)}`
      context.fail(
        `${device.name}: what was staged of ${event.stream} is not what the server signed${how}`,
      )
    }
  }
}
