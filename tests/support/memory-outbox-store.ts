import type { Credential } from '#domain/entries/credential.ts'
import { type SealedEntry, noPreviousHash } from '#domain/entries/entry.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import type { DeviceId, EmployeeId, EntryId, KeyId } from '#domain/base/ids.ts'
import { landmarks } from '#domain/entries/landmarks.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { OutboxStore, PendingPush } from '#storage/outbox/outbox-store.ts'
import type { TestKey } from './test-crypto.ts'

export type OutboxRow = {
  entry: SealedEntry
  entryHash: string
  state: EntryState
  /** The author's own readable copy; null when it is gone. */
  own: EntryContent | null
}

/** What one device id has written; an ended one keeps its rows. */
export type OutboxLine = {
  deviceId: DeviceId
  key: TestKey
  /** Null until the server has vouched for it. */
  device: Credential | null
  /** The employee who writes here; her credential is among `authors` once the server has signed one. */
  author: { employeeId: EmployeeId; keyId: KeyId }
  authors: Credential[]
  rows: readonly OutboxRow[]
  noticesCursor: number
  ended: boolean
}

/** What outlives the app. Lines are replaced whole, so that a copy of the map is a copied profile. */
export type OutboxDisk = { lines: Map<DeviceId, OutboxLine>; current: DeviceId }

export type OutboxOptions = {
  pause?: () => Promise<void>
  /** The credentials of a device that goes on under a new id. */
  newLine: (ended: OutboxLine) => Promise<OutboxLine>
  onReceipt?: (entryId: EntryId, state: EntryState) => void
}

export function lineOf(disk: OutboxDisk, deviceId: DeviceId): OutboxLine {
  const line = disk.lines.get(deviceId)
  if (line === undefined) throw new Error(`No line ${deviceId}`)
  return line
}

/** Where the next entry of the device goes; `appendRow` takes it only if that is still the place. */
export function nextPlace(disk: OutboxDisk): { line: OutboxLine; n: number; prevHash: string } {
  const line = lineOf(disk, disk.current)
  return { line, n: line.rows.length + 1, prevHash: line.rows.at(-1)?.entryHash ?? noPreviousHash }
}

export function appendRow(disk: OutboxDisk, row: OutboxRow): boolean {
  const { line, n, prevHash } = nextPlace(disk)
  const { header } = row.entry
  if (header.deviceId !== line.deviceId || header.n !== n || header.prevHash !== prevHash) {
    return false
  }
  disk.lines.set(line.deviceId, { ...line, rows: [...line.rows, row] })
  return true
}

/** One device's outbox in memory. */
export function memoryOutboxStore(disk: OutboxDisk, options: OutboxOptions): OutboxStore {
  const pause = options.pause ?? (() => Promise.resolve())
  const step = async <Value>(work: () => Value): Promise<Value> => {
    await pause()
    const value = work()
    await pause()
    return value
  }
  const setStates = (deviceId: DeviceId, stateOf: (row: OutboxRow) => EntryState): number => {
    const line = lineOf(disk, deviceId)
    const rows = line.rows.map((row) => ({ ...row, state: stateOf(row) }))
    const changed = rows.filter(({ state }, index) => state !== line.rows[index]?.state).length
    disk.lines.set(deviceId, { ...line, rows })
    return changed
  }

  return {
    listPendingPushes: (limits) =>
      step(() =>
        [...disk.lines.values()]
          .map((line) => pendingPush(line, limits))
          .filter((push) => push !== null),
      ),
    recordReceipts: (deviceId, receipts, { durable, noticesAfter, noticesCursor }) =>
      step(() => {
        for (const { entryId, state } of receipts) options.onReceipt?.(entryId, state)
        setStates(deviceId, ({ entry: { header }, state }) => {
          const own = receipts.filter(({ entryId }) => entryId === header.entryId)
          const next = own.reduce((now, { state: to }) => (mayReplace(now, to) ? to : now), state)
          return next === 'acked' && header.n <= (durable ?? 0) ? 'durable' : next
        })
        const line = lineOf(disk, deviceId)
        const { noticesCursor: now } = line
        const isMoved = now !== noticesAfter
        const cursor = isMoved ? Math.min(now, noticesCursor) : noticesCursor
        disk.lines.set(deviceId, { ...line, noticesCursor: cursor })
      }),
    requeueAbove: (deviceId, deviceHead) =>
      step(() => {
        disk.lines.set(deviceId, { ...lineOf(disk, deviceId), noticesCursor: 0 })
        return setStates(deviceId, ({ entry: { header }, state }) =>
          header.n > deviceHead ? 'sealed' : state,
        )
      }),
    async endDevice(deviceId) {
      await pause()
      const line = lineOf(disk, deviceId)
      if (!line.ended) {
        const fresh = await options.newLine(line)
        // Both in one step, as in one transaction; another tab may have been here first.
        if (!lineOf(disk, deviceId).ended) {
          disk.lines.set(deviceId, { ...lineOf(disk, deviceId), ended: true })
          disk.lines.set(fresh.deviceId, fresh)
          disk.current = fresh.deviceId
        }
      }
      await pause()
    },
    async signAsDevice(deviceId, bytes) {
      await pause()
      return lineOf(disk, deviceId).key.sign(bytes)
    },
    countByState: () =>
      step(() => {
        const counts: Record<EntryState, number> = {
          sealed: 0,
          acked: 0,
          durable: 0,
          conflict: 0,
          quarantined: 0,
          held: 0,
          taken: 0,
          rejected: 0,
        }
        for (const line of disk.lines.values()) for (const row of line.rows) counts[row.state]++
        return counts
      }),
  }
}

function pendingPush(
  line: OutboxLine,
  limits: Parameters<OutboxStore['listPendingPushes']>[0],
): PendingPush | null {
  if (line.device === null) return null
  const entries: SealedEntry[] = []
  let bytes = 0
  const sealed = line.rows.filter(({ state }) => state === 'sealed').map(({ entry }) => entry)
  for (const entry of sealed) {
    const { entryId, authorKeyId } = entry.header
    if (limits.without.has(entryId)) continue
    // Her key has no credential under this device id yet: her entries wait for her sign-in.
    const author = line.authors.find(({ subject }) => subject.keyId === authorKeyId)
    if (author === undefined) continue
    bytes += JSON.stringify(entry).length
    if (entries.length > 0 && bytes > limits.bytes) break
    entries.push(entry)
    if (entries.length === limits.entries) break
  }
  const taken = line.rows.filter(({ state }) => state !== 'sealed')
  if (entries.length === 0 && taken.length === 0) return null
  const used = new Set(entries.map(({ header }) => header.authorKeyId))
  return {
    deviceId: line.deviceId,
    device: line.device,
    authors: line.authors.filter(({ subject }) => used.has(subject.keyId)),
    entries,
    firstOmitted: sealed.find((entry) => !entries.includes(entry))?.header.n ?? null,
    taken: landmarks(taken).map(({ entry }) => entry.header),
    noticesAfter: line.noticesCursor,
  }
}

function mayReplace(state: EntryState, next: EntryState): boolean {
  if (state === 'sealed' || next === 'conflict' || next === 'quarantined') return true
  const isPlain = state === 'acked' || state === 'durable'
  if (next === 'held') return isPlain
  return (next === 'taken' || next === 'rejected') && (isPlain || state === 'held')
}
