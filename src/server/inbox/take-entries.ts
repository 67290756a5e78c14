import type { PushEntries, PushEntriesAnswer, PushResult } from '#contract/push-entries.ts'
import { noPreviousHash } from '#domain/entries/entry.ts'
import type { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { clockAheadMinutes } from '#domain/time/clock-ahead.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { CheckedAuthor, CheckedEntry } from './check-push.ts'
import { Refused } from '../base/refused.ts'
import {
  type DeviceQuota,
  type Sent,
  addUse,
  secondsOverQuota,
  storedBytes,
  unused,
  usualQuota,
} from './device-quota.ts'
import type { HeldEntry, InboxDevice, InboxStore } from './inbox-store.ts'
import { readTakenLine } from './taken-line.ts'

const maxNotices = 200

/**
 * Takes checked entries into the inbox and answers the device, in one transaction. Safe to repeat:
 * the same bytes are the same row and get the same answer. A device beyond its quota is refused as a whole, and nothing
 * of it is stored.
 */
export async function takeEntries(
  inbox: InboxStore,
  push: Pick<PushEntries, 'device' | 'taken' | 'noticesAfter' | 'sentAt'>,
  checked: readonly CheckedEntry[],
  now: Instant,
  quota: DeviceQuota = usualQuota,
): Promise<PushEntriesAnswer> {
  const device = await lockedDevice(inbox, push)
  const { deviceId } = device
  const held = await inbox.listHeld(deviceId, {
    numbers: neededNumbers(push, checked),
    entryIds: checked.map(({ entry }) => entry.header.entryId),
  })
  const contacts = await inbox.listContacts(deviceId)
  const by = { deviceId, contacts, now, clockAheadMinutes: clockAheadMinutes(push.sentAt, now) }
  const added: InboxEntry[] = []
  const results: PushEntriesAnswer['results'] = []
  let forked = false
  const add = (row: InboxEntry): HeldEntry => {
    added.push(row)
    held.push(row)
    return row
  }
  for (const one of checked) {
    const { entryId, n } = one.entry.header
    const known = held.find((row) => row.deviceId === deviceId && row.bytesHash === one.bytesHash)
    const row = known ?? add({ ...rowOf(one, by), ...decide(one, deviceId, held) })
    results.push({ entryId, n, result: resultOf(row, known !== undefined) })
    forked ||= isFork(row, held)
  }
  const use = added.length === 0 ? device : addUse(device, sentIn(added), now, quota)
  const wait = added.length === 0 ? null : secondsOverQuota(use, quota)
  if (wait !== null) throw new Refused('busy', { retryAfterSeconds: wait })
  const inserted = await inbox.insertEntries(added)
  if (inserted.length !== added.length) {
    // Another device used one of the ids after the lookup. The phone repeats its push, and then it is found.
    throw new Error('An entry id was taken meanwhile')
  }
  const head = headAfter(device.head, await inbox.listNumbers(deviceId, device.head))
  if (head !== device.head || use !== device) await inbox.saveDevice({ ...device, ...use, head })
  // An unknown cursor was given before a restore of the database, so all notices are sent again.
  const isKnown = await inbox.hasNotice(deviceId, push.noticesAfter)
  const after = isKnown ? push.noticesAfter : 0
  const notices = await inbox.listNotices(deviceId, after, maxNotices)
  const own = held.filter((row) => row.deviceId === deviceId)
  const line = await readTakenLine(inbox, { deviceId, head }, push.taken, own)
  for (const row of line.conflicts) {
    const { entryId, n } = row
    if (results.every((one) => one.entryId !== entryId)) {
      results.push({ entryId, n, result: 'conflict' })
    }
    forked ||= isFork(row, held)
  }
  return {
    results,
    deviceHead: head,
    commonHead: line.held,
    durable: device.durable === null ? null : Math.min(device.durable, line.stored),
    forked,
    notices: notices.map((notice) => ({ ...notice, deviceId })),
    serverTime: now,
  }
}

/** Locks the device, and registers it again when it was enrolled on another server or before a restore. */
async function lockedDevice(
  inbox: InboxStore,
  push: Pick<PushEntries, 'device'>,
): Promise<InboxDevice> {
  const { deviceId, keyId } = push.device.subject
  const known = await inbox.lockDevice(deviceId)
  if (known !== null) return known
  await inbox.registerDevice({
    deviceId,
    keyId,
    head: 0,
    noticeCursor: 0,
    durable: null,
    ...unused,
  })
  const registered = await inbox.lockDevice(deviceId)
  if (registered === null) throw new Error(`Device ${deviceId} was not registered`)
  return registered
}

function sentIn(added: readonly InboxEntry[]): Sent {
  const junk = added.filter(({ status }) => status !== 'stored')
  return { entries: added.length, bytes: bytesOf(added), junkBytes: bytesOf(junk) }
}

function bytesOf(rows: readonly InboxEntry[]): number {
  return rows.reduce((sum, { entry }) => sum + storedBytes(entry), 0)
}

function neededNumbers(
  push: Pick<PushEntries, 'taken'>,
  checked: readonly CheckedEntry[],
): number[] {
  const own = checked.flatMap(({ entry: { header } }) => [header.n - 1, header.n, header.n + 1])
  return [...new Set([...own, ...push.taken.map(({ n }) => n)])]
}

type ReceivedBy = {
  deviceId: DeviceId
  contacts: ReadonlyMap<EmployeeId, Instant>
  now: Instant
  clockAheadMinutes: number
}

function rowOf(
  one: CheckedEntry,
  { deviceId, contacts, now, clockAheadMinutes }: ReceivedBy,
): UndecidedEntry {
  const { entryId, n, prevHash } = one.entry.header
  const { bytesHash, entryHash, author, entry } = one
  return {
    bytesHash,
    entryHash,
    deviceId,
    entryId,
    n,
    prevHash,
    authorEmployeeId: author?.employeeId ?? null,
    entry,
    projected: 'waiting',
    receivedAt: now,
    contactBefore: author === null ? null : lastContact(author, contacts),
    clockAheadMinutes,
    credentialExpiresAt: author?.expiresAt ?? null,
  }
}

/** What is decided about the entry later is decided by what was so now. */
function lastContact(
  { employeeId, issuedAt }: CheckedAuthor,
  contacts: ReadonlyMap<EmployeeId, Instant>,
): Instant {
  const recorded = contacts.get(employeeId)
  return recorded !== undefined && recorded > issuedAt ? recorded : issuedAt
}

type UndecidedEntry = Omit<InboxEntry, 'status' | 'reason'>
type Decision = Pick<InboxEntry, 'status' | 'reason'>

function decide(one: CheckedEntry, deviceId: DeviceId, held: readonly HeldEntry[]): Decision {
  if (one.reason !== null) return { status: 'quarantined', reason: one.reason }
  const { entryId, n } = one.entry.header
  const stored = held.filter(({ status }) => status === 'stored')
  const own = held.filter((row) => row.deviceId === deviceId)
  if (own.some((row) => row.n === n && row.status === 'stored')) {
    return { status: 'conflict', reason: 'numberTaken' }
  }
  if (stored.some((row) => row.entryId === entryId))
    return { status: 'conflict', reason: 'idTaken' }
  const isLinked = follows(one, own) && precedes(one, own)
  return isLinked
    ? { status: 'stored', reason: null }
    : { status: 'conflict', reason: 'chainBroken' }
}

/** Checks the previous entry: it may be missing on a restored server, but must otherwise be the one that this names. */
function follows({ entry: { header } }: CheckedEntry, own: readonly HeldEntry[]): boolean {
  if (header.n === 1) return header.prevHash === noPreviousHash
  const before = own.filter(({ n }) => n === header.n - 1)
  const undisputed = before.filter(({ status }) => status !== 'conflict')
  const candidates = undisputed.length > 0 ? undisputed : before
  return candidates.length === 0 || candidates.some((row) => row.entryHash === header.prevHash)
}

/** Checks the next entry, which may have been received first; then it must name this entry. */
function precedes(one: CheckedEntry, own: readonly HeldEntry[]): boolean {
  const { n } = one.entry.header
  return own
    .filter((row) => row.n === n + 1 && row.status === 'stored')
    .every((row) => row.prevHash === one.entryHash)
}

/** A clone wrote it. An id that another device has taken says nothing about the line of this one. */
function isFork({ deviceId, entryId, reason }: HeldEntry, held: readonly HeldEntry[]): boolean {
  if (reason === 'numberTaken' || reason === 'chainBroken') return true
  // A phone never gives two entries one id, but the copy of a profile repeats an entry under the same one.
  return (
    reason === 'idTaken' &&
    held.some(
      (row) => row.deviceId === deviceId && row.entryId === entryId && row.status === 'stored',
    )
  )
}

function resultOf(row: HeldEntry, isKnown: boolean): PushResult {
  if (row.status === 'conflict') return 'conflict'
  if (row.status === 'quarantined' || row.projected === 'quarantined') return 'quarantined'
  return isKnown ? 'duplicate' : 'stored'
}

function headAfter(head: number, numbersAbove: readonly number[]): number {
  let highest = head
  for (const n of numbersAbove) {
    if (n > highest + 1) break
    highest = Math.max(highest, n)
  }
  return highest
}
