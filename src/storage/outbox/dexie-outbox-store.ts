import { Dexie } from 'dexie'
import type { DeviceId, EntryId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { landmarks } from '#domain/entries/landmarks.ts'
import {
  type DeviceRow,
  type EntryRow,
  type OutboxDatabase,
  findDevice,
  raiseOutboxVersion,
} from '../databases/outbox-database.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { OutboxStore, PendingPush } from './outbox-store.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { sign } from '../crypto/signing-key.ts'
import { getDevice, newDevice } from './device.ts'
import { dropWitnessed } from './witnessed.ts'

const ownCopyMinutes = 30 * 24 * 60

/** The sending side of the outbox. It needs the device's key alone, so it works while locked. */
export function dexieOutboxStore(ports: {
  outbox: Supervisor<OutboxDatabase>
  clock: DeviceClock
  newId: () => string
}): OutboxStore {
  const { outbox } = ports

  return {
    listPendingPushes(limits) {
      return outbox.run((database) =>
        database.transaction(
          'r',
          database.devices,
          database.entries,
          database.authors,
          async () => {
            const pending: PendingPush[] = []
            for (const device of await database.devices.toArray()) {
              const push = await findPendingPush(database, device, limits)
              if (push !== null) pending.push(push)
            }
            return pending
          },
        ),
      )
    },

    async recordReceipts(deviceId, receipts, { at, durable, noticesAfter, noticesCursor }) {
      await outbox.run((database) =>
        database.transaction(
          'rw',
          database.entries,
          database.devices,
          database.settings,
          async () => {
            for (const { entryId, state } of receipts) {
              const row = await database.entries.get(entryId)
              if (row === undefined || !mayBecome(row.state, state)) continue
              await database.entries.put(withState(row, state, at))
            }
            if (durable !== null) await markDurable(database, deviceId, durable, at)
            await dropOldCopies(database, at)
            await database.devices
              .where({ id: deviceId })
              .modify((device) => moveCursor(device, { noticesAfter, noticesCursor }))
            await raiseOutboxVersion(database)
          },
        ),
      )
    },

    requeueAbove(deviceId, deviceHead) {
      return outbox.run((database) =>
        database.transaction(
          'rw',
          database.entries,
          database.devices,
          database.settings,
          async () => {
            await database.devices.update(deviceId, { noticesCursor: 0 })
            const count = await numberedFrom(database, deviceId, deviceHead + 1)
              .filter((row) => row.state !== 'sealed')
              .modify({ state: 'sealed', receivedAt: null, ownUntil: null })
            await raiseOutboxVersion(database)
            return count
          },
        ),
      )
    },

    async endDevice(deviceId) {
      const ended = await outbox.run((database) => database.devices.get(deviceId))
      if (ended === undefined || ended.endedAt !== null) return
      const next = await newDevice(ports.newId, ended.hlc)
      await outbox.run((database) =>
        database.transaction('rw', database.devices, database.settings, async () => {
          const device = await findDevice(database)
          if (device?.deviceId !== deviceId) return
          // Read again: another tab may have added an entry since.
          const { hlc } = await getDevice(database, deviceId)
          await database.devices.update(deviceId, { endedAt: ports.clock.now() })
          await database.devices.add({ ...next, hlc })
          await database.settings.put({ ...device, deviceId: next.id })
          await raiseOutboxVersion(database)
        }),
      )
    },

    async signAsDevice(deviceId, bytes) {
      const { signingKey } = await outbox.run((database) => getDevice(database, deviceId))
      return sign(signingKey, bytes)
    },

    countByState() {
      return outbox.run((database) =>
        database.transaction('r', database.entries, async () => {
          const { entries } = database
          return {
            sealed: await entries.where({ state: 'sealed' }).count(),
            acked: await entries.where({ state: 'acked' }).count(),
            durable: await entries.where({ state: 'durable' }).count(),
            conflict: await entries.where({ state: 'conflict' }).count(),
            quarantined: await entries.where({ state: 'quarantined' }).count(),
            held: await entries.where({ state: 'held' }).count(),
            taken: await entries.where({ state: 'taken' }).count(),
            rejected: await entries.where({ state: 'rejected' }).count(),
          }
        }),
      )
    },
  }
}

/** Null while the device has no credential, and when there is nothing to send or to ask about. */
async function findPendingPush(
  database: OutboxDatabase,
  device: DeviceRow,
  limits: { entries: number; bytes: number; without: ReadonlySet<EntryId> },
): Promise<PendingPush | null> {
  if (device.credential === null) return null
  const rows: EntryRow[] = []
  let bytes = 0
  const authors = new Map<string, PendingPush['authors'][number]>()
  const sealed = await database.entries.where({ deviceId: device.id, state: 'sealed' }).sortBy('n')
  for (const row of sealed) {
    if (limits.without.has(row.id)) continue
    const { authorKeyId } = row.entry.header
    if (authorKeyId !== null && !authors.has(authorKeyId)) {
      const author = await database.authors.get([device.id, authorKeyId])
      // The author's key has no credential under this device id yet: her entries wait for her sign-in.
      if (author === undefined) continue
      authors.set(authorKeyId, author.credential)
    }
    bytes += JSON.stringify(row.entry).length
    if (rows.length > 0 && bytes > limits.bytes) break
    rows.push(row)
    if (rows.length === limits.entries) break
  }
  const used = new Set<string | null>(rows.map(({ entry }) => entry.header.authorKeyId))
  const taken = await takenLandmarks(database, device, sealed)
  if (rows.length === 0 && taken.length === 0) return null
  return {
    deviceId: device.id,
    device: device.credential,
    authors: Array.from(authors).flatMap(([id, author]) => (used.has(id) ? [author] : [])),
    entries: rows.map(({ entry }) => entry),
    firstOmitted: sealed.find((row) => !rows.includes(row))?.n ?? null,
    taken: taken.map(({ entry }) => entry.header),
    noticesAfter: device.noticesCursor,
  }
}

/** Numbers are gapless, so the landmarks are found by number and no other rows are read. */
async function takenLandmarks(
  database: OutboxDatabase,
  device: DeviceRow,
  sealed: readonly EntryRow[],
): Promise<EntryRow[]> {
  const waiting = new Set(sealed.map(({ n }) => n))
  const taken = Array.from({ length: device.n }, (_, index) => index + 1).filter(
    (n) => !waiting.has(n),
  )
  const rows = await database.entries
    .where('[deviceId+n]')
    .anyOf(landmarks(taken).map((n) => [device.id, n]))
    .toArray()
  return rows.toSorted((a, b) => b.n - a.n)
}

function numberedFrom(database: OutboxDatabase, deviceId: DeviceId, from: number) {
  return database.entries
    .where('[deviceId+n]')
    .between([deviceId, from], [deviceId, Dexie.maxKey], true, true)
}

/** Answers may come late: a late `acked`, `durable` or `held` never replaces a later state. */
function mayBecome(from: EntryState, to: EntryState): boolean {
  switch (to) {
    case 'conflict':
    case 'quarantined':
      return true
    case 'held':
      return ['sealed', 'acked', 'durable'].includes(from)
    case 'taken':
    case 'rejected':
      return ['sealed', 'acked', 'durable', 'held'].includes(from)
    case 'sealed':
    case 'acked':
    case 'durable':
      return from === 'sealed'
  }
}

function withState(row: EntryRow, state: EntryState, at: Instant): EntryRow {
  const receivedAt = row.receivedAt ?? at
  const ownUntil = state === 'durable' ? plusMinutes(receivedAt, ownCopyMinutes) : null
  return { ...row, state, receivedAt, ownUntil }
}

async function markDurable(
  database: OutboxDatabase,
  deviceId: DeviceId,
  durable: number,
  at: Instant,
): Promise<void> {
  const rows = await database.entries.where({ deviceId, state: 'acked' }).toArray()
  const covered = rows.filter(({ n }) => n <= durable)
  await database.entries.bulkPut(covered.map((row) => withState(row, 'durable', at)))
}

async function dropOldCopies(database: OutboxDatabase, at: Instant): Promise<void> {
  const old = () => database.entries.where('ownUntil').below(at)
  await dropWitnessed(database, new Set(await old().primaryKeys()))
  await old().modify({ own: null, ownUntil: null })
}

function moveCursor(
  device: DeviceRow,
  { noticesAfter, noticesCursor }: { noticesAfter: number; noticesCursor: number },
): void {
  const isMoved = device.noticesCursor !== noticesAfter
  device.noticesCursor = isMoved ? Math.min(device.noticesCursor, noticesCursor) : noticesCursor
}
