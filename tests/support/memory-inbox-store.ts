import type { DeviceId, EntryId, KeyId } from '#domain/base/ids.ts'
import type { InboxStore } from '#server/inbox/inbox-store.ts'
import type { InboxEntry } from '#server/base/inbox-entry.ts'
import type { InboxRow, Transaction } from './memory-sync-database.ts'

export function memoryInboxStore(transaction: Transaction): InboxStore {
  const { written, below, pause } = transaction
  const rows = (): InboxRow[] => {
    const merged = new Map(below().inbox)
    for (const [key, row] of written.inbox) merged.set(key, row)
    return [...merged.values()]
  }
  /** Of what is ready and sealed to the key, in the order that it is claimed in. */
  const ready = (sealedTo: KeyId): InboxRow[] =>
    rows()
      .filter(({ entry, postponed }) => isWaiting(entry) && postponed === null)
      .filter(({ entry }) => entry.entry.header.serverKeyId === sealedTo)
      .toSorted(
        (a, b) =>
          a.turn - b.turn ||
          Number(a.entry.receivedAt > b.entry.receivedAt) -
            Number(a.entry.receivedAt < b.entry.receivedAt) ||
          a.entry.n - b.entry.n,
      )
  const nextTurn = (deviceId: DeviceId, sealedTo: KeyId): number => {
    const waiting = ready(sealedTo)
    const own = waiting.filter(({ entry }) => entry.deviceId === deviceId)
    return Math.max((own.at(-1)?.turn ?? -1) + 1, waiting[0]?.turn ?? 0)
  }
  const change = (entry: InboxEntry, changed: Partial<InboxRow>): InboxRow | null => {
    const key = keyOf(entry)
    const row = written.inbox.get(key) ?? below().inbox.get(key)
    if (row === undefined || !isWaiting(row.entry)) return null
    const after = { ...row, ...changed }
    written.inbox.set(key, after)
    return after
  }
  const deviceOf = (deviceId: DeviceId) =>
    written.devices.get(deviceId) ?? below().devices.get(deviceId) ?? null

  return {
    async lockDevice(deviceId) {
      await transaction.lock(`device ${deviceId}`, 'wait')
      return deviceOf(deviceId)
    },
    async registerDevice(device) {
      await pause()
      if (deviceOf(device.deviceId) === null) written.devices.set(device.deviceId, device)
    },
    async saveDevice(device) {
      await pause()
      written.devices.set(device.deviceId, device)
    },
    async listHeld(deviceId, wanted) {
      await pause()
      if (transaction.without === 'uniqueIndex') return []
      const numbers = new Set(wanted.numbers)
      const ids = new Set(wanted.entryIds)
      return rows()
        .map(({ entry }) => entry)
        .filter((row) => (row.deviceId === deviceId && numbers.has(row.n)) || ids.has(row.entryId))
    },
    async listDisputed(deviceId, limit) {
      await pause()
      return rows()
        .map(({ entry }) => entry)
        .filter((row) => row.deviceId === deviceId && row.status !== 'stored')
        .toSorted((a, b) => b.n - a.n)
        .slice(0, limit)
    },
    async insertEntries(entries) {
      await pause()
      const added: string[] = []
      const turns = new Map<KeyId, number>()
      for (const entry of entries) {
        const isTaken =
          transaction.without !== 'uniqueIndex' && rows().some((row) => isSameRow(row.entry, entry))
        if (isTaken) continue
        const copy = transaction.without === 'uniqueIndex' ? ` ${rows().length}` : ''
        const { serverKeyId } = entry.entry.header
        const turn = turns.get(serverKeyId) ?? nextTurn(entry.deviceId, serverKeyId)
        turns.set(serverKeyId, turn + 1)
        const fresh = { notice: null, turn, faults: 0, postponed: null }
        written.inbox.set(keyOf(entry) + copy, { entry, ...fresh })
        added.push(entry.bytesHash)
      }
      return added
    },
    async listNumbers(deviceId, above) {
      await pause()
      const numbers = rows()
        .filter(({ entry }) => entry.deviceId === deviceId && entry.n > above)
        .map(({ entry }) => entry.n)
      return [...new Set(numbers)].toSorted((a, b) => a - b)
    },
    async hasNotice(deviceId, cursor) {
      await pause()
      return rows().some(
        ({ entry, notice }) => entry.deviceId === deviceId && notice?.cursor === cursor,
      )
    },
    async listNotices(deviceId, after, limit) {
      await pause()
      return rows()
        .flatMap(({ entry, notice }) =>
          entry.deviceId === deviceId && notice !== null && notice.cursor > after ? [notice] : [],
        )
        .toSorted((a, b) => a.cursor - b.cursor)
        .slice(0, limit)
    },
    async claimWaiting(sealedTo, without) {
      await pause()
      for (const { entry } of ready(sealedTo)) {
        if (without.has(entry.bytesHash)) continue
        if (!(await transaction.lock(`inbox ${keyOf(entry)}`, 'skip'))) continue
        // It may have been projected or postponed while its lock was asked for.
        if (ready(sealedTo).some((row) => row.entry === entry)) return entry
      }
      return null
    },
    async countFault(entry) {
      await pause()
      const faults = (written.inbox.get(keyOf(entry)) ?? below().inbox.get(keyOf(entry)))?.faults
      return change(entry, { faults: (faults ?? 0) + 1 })?.faults ?? null
    },
    async postpone(entry, postponed) {
      await pause()
      change(entry, { postponed })
    },
    async makeReady(now, limit) {
      await pause()
      const due = rows()
        .flatMap(({ entry, postponed }) =>
          postponed !== null && postponed.until <= now ? [{ entry, ...postponed }] : [],
        )
        .toSorted((a, b) => Number(a.until > b.until) - Number(a.until < b.until))
        .slice(0, limit)
      for (const { entry } of due) {
        const turn = nextTurn(entry.deviceId, entry.entry.header.serverKeyId)
        change(entry, { postponed: null, turn })
      }
      return due.length
    },
    async hastenNewer(now) {
      await pause()
      for (const { entry, postponed } of rows()) {
        if (postponed?.waitsFor !== 'newerServer' || postponed.until <= now) continue
        change(entry, { postponed: { ...postponed, until: now } })
      }
    },
    async countPostponed() {
      await pause()
      const counted = { retry: 0, newerServer: 0 }
      for (const { postponed } of rows()) if (postponed !== null) counted[postponed.waitsFor]++
      return counted
    },
    async listAwaitingKeys(held) {
      await pause()
      const entriesByKeyId = new Map<KeyId, number>()
      const all = rows().map(({ entry }) => entry)
      for (const entry of all) {
        const { serverKeyId } = entry.entry.header
        if (!isWaiting(entry) || held.includes(serverKeyId)) continue
        if (all.some((other) => hadEffectFor(other, entry))) continue
        entriesByKeyId.set(serverKeyId, (entriesByKeyId.get(serverKeyId) ?? 0) + 1)
      }
      return [...entriesByKeyId]
        .map(([keyId, entries]) => ({ keyId, entries }))
        .toSorted((a, b) => (a.keyId < b.keyId ? -1 : 1))
    },
    async lockEffect(original) {
      await transaction.lock(`effect ${original}`, 'wait')
    },
    async listRepetitions(original) {
      await pause()
      return rows()
        .filter(({ entry }) => entry.status === 'stored' && originalOf(entry) === original)
        .map(({ entry, notice }) => ({ ...entry, reason: notice?.reason ?? null }))
    },
    async markProjected(entry, notice) {
      await pause()
      const found = [...below().inbox].find(([, row]) => row.entry === entry)
      const key = found?.[0] ?? keyOf(entry)
      const row = written.inbox.get(key) ?? below().inbox.get(key)
      if (row === undefined) throw new Error(`No entry ${key}`)
      const { turn, faults } = row
      const projected = { ...row.entry, projected: notice.kind }
      written.inbox.set(key, { entry: projected, notice, turn, faults, postponed: null })
    },
    async listContacts(deviceId) {
      await pause()
      const contacts = [...below().contacts, ...written.contacts].map(([, contact]) => contact)
      return new Map(
        contacts.flatMap((one) => (one.deviceId === deviceId ? [[one.employeeId, one.at]] : [])),
      )
    },
    async recordContact(contact) {
      await pause()
      const key = `${contact.deviceId} ${contact.employeeId}`
      const before = written.contacts.get(key) ?? below().contacts.get(key)
      if (deviceOf(contact.deviceId) === null) return
      if (before === undefined || before.at < contact.at) written.contacts.set(key, contact)
    },
    async recordAccess(record) {
      await pause()
      written.accesses = [...written.accesses, record]
    },
  }
}

function isWaiting({ status, projected }: InboxEntry): boolean {
  return status === 'stored' && projected === 'waiting'
}

/** True when what became of an entry of the same author and content is known. */
function hadEffectFor(other: InboxEntry, waiting: InboxEntry): boolean {
  return (
    other.status === 'stored' &&
    other.projected !== 'waiting' &&
    other.projected !== 'quarantined' &&
    other.authorEmployeeId === waiting.authorEmployeeId &&
    originalOf(other) === originalOf(waiting)
  )
}

function originalOf({ entryId, entry }: InboxEntry): EntryId {
  return entry.header.reseals ?? entryId
}

function keyOf({ deviceId, bytesHash }: Pick<InboxEntry, 'deviceId' | 'bytesHash'>): string {
  return `${deviceId} ${bytesHash}`
}

function isSameRow(held: InboxEntry, added: InboxEntry): boolean {
  if (keyOf(held) === keyOf(added)) return true
  if (held.status !== 'stored' || added.status !== 'stored') return false
  const isSameNumber = held.deviceId === added.deviceId && held.n === added.n
  return isSameNumber || held.entryId === added.entryId
}
