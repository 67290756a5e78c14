import type { Credential } from '#domain/credential.ts'
import { type SealedEntry, noPreviousHash } from '#domain/entry.ts'
import type { DeviceId, EntryId } from '#domain/ids.ts'
import { landmarks } from '#domain/landmarks.ts'
import type { EntryState, OutboxStore, PendingPush } from '#storage/outbox-store.ts'
import type { TestKey } from './test-crypto.ts'

export type OutboxRow = { entry: SealedEntry; entryHash: string; state: EntryState }

/** What one device id has written; an ended one keeps its rows. */
export type OutboxLine = {
  deviceId: DeviceId
  key: TestKey
  device: Credential
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
          .filter(({ rows }) => rows.length > 0)
          .map((line) => pendingPush(line, limits)),
      ),
    recordReceipts: (deviceId, receipts, { durable, noticesCursor }) =>
      step(() => {
        const states = new Map(receipts.map(({ entryId, state }) => [entryId, state]))
        for (const [entryId, state] of states) options.onReceipt?.(entryId, state)
        setStates(deviceId, ({ entry: { header }, state }) => {
          const told = states.get(header.entryId)
          const next = told === undefined || !mayReplace(state, told) ? state : told
          return next === 'acked' && header.n <= (durable ?? 0) ? 'durable' : next
        })
        const line = lineOf(disk, deviceId)
        disk.lines.set(deviceId, { ...line, noticesCursor })
      }),
    offerAgainAbove: (deviceId, deviceHead) =>
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
        const counts = { sealed: 0, acked: 0, durable: 0, conflict: 0, quarantined: 0 }
        for (const line of disk.lines.values()) for (const row of line.rows) counts[row.state]++
        return counts
      }),
  }
}

function pendingPush(
  line: OutboxLine,
  limits: Parameters<OutboxStore['listPendingPushes']>[0],
): PendingPush {
  const entries: SealedEntry[] = []
  let bytes = 0
  const sealed = line.rows.filter(({ state }) => state === 'sealed').map(({ entry }) => entry)
  for (const entry of sealed) {
    if (limits.without.has(entry.header.entryId)) continue
    bytes += entry.sealed.length
    if (entries.length === limits.entries || (entries.length > 0 && bytes > limits.bytes)) break
    entries.push(entry)
  }
  const taken = line.rows.filter(({ state }) => state !== 'sealed')
  return {
    deviceId: line.deviceId,
    device: line.device,
    authors: line.authors,
    entries,
    firstLeftOut: sealed.find((entry) => !entries.includes(entry))?.header.n ?? null,
    taken: landmarks(taken).map(({ entry }) => entry.header),
    noticesAfter: line.noticesCursor,
  }
}

function mayReplace(state: EntryState, told: EntryState): boolean {
  return state === 'sealed' || told === 'conflict' || told === 'quarantined'
}
