import type { SealedEntry } from '#domain/entries/entry.ts'
import { rootOf } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { areTheirBodies } from '#domain/trust/judge-replica.ts'
import { type SignedHead, isBelow } from '#domain/trust/stream-head.ts'
import type { InboxEntry } from '#server/base/inbox-entry.ts'
import type { Committed } from '../support/memory-sync-database.ts'
import { newSession } from '../support/replica-pins.ts'
import { openReplica } from '../support/replica-reader.ts'
import { isInHistory } from './history.ts'
import { toolsWithout } from './device-ablations.ts'
import { checkHead } from './observe.ts'
import { type Device, type Enrolled, readerOn, streamsOfEmployee, unlockedOn } from './phone.ts'
import type { RunContext } from './run-context.ts'
import { leavesOf } from '../support/leaves-of.ts'

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
      if (context.without !== 'bucketDelta') checkHead(context, device, opened.shown.replica)
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
  return unsentEntries(device).length > 0
}

export function unsentEntries({ outbox }: Device): SealedEntry[] {
  const rows = [...outbox.lines.values()].flatMap((line) => line.rows)
  return rows.filter(({ state }) => state === 'sealed').map(({ entry }) => entry)
}

/** Null when what she opens without contact equals the server in every stream that she has, under keys that only the listed have had. */
export async function difference(
  context: RunContext,
  device: Device,
  enrolled: Enrolled,
  committed: Committed,
  {
    among = new Set(streamsOfEmployee(enrolled.employee)),
    mayBeOlder = () => false,
  }: { among?: ReadonlySet<StreamId>; mayBeOlder?(stream: StreamId): boolean } = {},
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
    const isAsTrusted =
      opened.trust === 'verified' || (opened.trust === 'older' && mayBeOlder(stream))
    if (!isAsTrusted || opened.damagedParts > 0) return `${stream} is ${opened.trust}`
    const shown = new Map(opened.documents.map((document) => [document.docId, document]))
    const differs = live.find(
      ({ docId, seq, bodyHash }) =>
        shown.get(docId)?.seq !== seq || shown.get(docId)?.bodyHash !== bodyHash,
    )
    if (differs !== undefined) return `${stream} has another ${differs.docId}`
    if (shown.size !== live.length) return `${stream} has too much`
    const key = disk.cache.shown.get(stream)?.chunks[0]?.key ?? ''
    const former = context.listings.formerHolder(device.name, stream, key)
    if (former !== null) return `${stream} is under a key that ${former} has had, who is not listed`
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
    const among = new Set(streamsOfEmployee(enrolled.employee).filter((one) => hers.has(one)))
    // A server that was restored hears of what only she has seen when she is online herself. Until then she is told that
    // this is older than what she had, and it is.
    const mayBeOlder = (stream: StreamId): boolean => {
      const pinned = device.replicas.pins.get(employeeId)?.get(stream)?.head?.head ?? null
      const rows = committed.streams.get(stream)
      const epoch = rows?.state.epoch ?? 0
      return pinned !== null && (pinned.epoch > epoch || !isInHistory(rows, pinned))
    }
    const differs = await difference(context, device, enrolled, committed, { among, mayBeOlder })
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
  const disputed = disputedEntries(committed)
  for (const { rows } of device.outbox.lines.values()) {
    for (const { entry, entryHash, state } of rows) {
      const { entryId } = entry.header
      if (disputed.has(entryHash) && (state === 'acked' || state === 'durable'))
        return `${entryId} is a conflict, and the device does not know it`
      const isKnown = state === 'quarantined' || state === 'conflict'
      if (quarantined.has(entryId) && !isKnown)
        return `${entryId} is quarantined, and the device does not know it`
    }
  }
  return null
}

/** By the hashes of their headers, which no two entries share: what the server holds as a conflict and as nothing else. */
function disputedEntries({ inbox }: Committed): ReadonlySet<string> {
  const rows = [...inbox.values()].map(({ entry }) => entry)
  const disputed = new Set(rows.filter(isConflict).map(({ entryHash }) => entryHash))
  for (const row of rows) if (!isConflict(row)) disputed.delete(row.entryHash)
  return disputed
}

function isConflict({ status }: InboxEntry): boolean {
  return status === 'conflict'
}

/** Only a cloned profile meets conflicts, and it goes on under an id of its own. */
export function checkConflicts({ fail }: RunContext, device: Device): void {
  for (const line of device.outbox.lines.values()) {
    if (!line.rows.some(({ state }) => state === 'conflict')) continue
    if (!device.cloned) fail(`${device.name}: a conflict on a device that is alone`)
    else if (!line.ended) fail(`${device.name}: goes on under numbers that are taken`)
  }
}
