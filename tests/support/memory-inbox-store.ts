import type { DeviceId, KeyId } from '#domain/base/ids.ts'
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
    async insertEntries(entries) {
      await pause()
      const added: string[] = []
      for (const entry of entries) {
        const isTaken =
          transaction.without !== 'uniqueIndex' && rows().some((row) => isSameRow(row.entry, entry))
        if (isTaken) continue
        const copy = transaction.without === 'uniqueIndex' ? ` ${rows().length}` : ''
        written.inbox.set(keyOf(entry) + copy, { entry, notice: null })
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
      for (const { entry } of rows()) {
        if (!isWaiting(entry) || without.has(entry.bytesHash)) continue
        if (entry.entry.header.serverKeyId !== sealedTo) continue
        if (!(await transaction.lock(`inbox ${keyOf(entry)}`, 'skip'))) continue
        // It may have been projected while its lock was asked for.
        if (rows().some((row) => row.entry === entry)) return entry
      }
      return null
    },
    async listAwaitingKeys(held) {
      await pause()
      const entriesByKeyId = new Map<KeyId, number>()
      for (const { entry } of rows()) {
        const { serverKeyId } = entry.entry.header
        if (!isWaiting(entry) || serverKeyId === held) continue
        entriesByKeyId.set(serverKeyId, (entriesByKeyId.get(serverKeyId) ?? 0) + 1)
      }
      return [...entriesByKeyId]
        .map(([keyId, entries]) => ({ keyId, entries }))
        .toSorted((a, b) => (a.keyId < b.keyId ? -1 : 1))
    },
    async markProjected(entry, notice) {
      await pause()
      const key = [...below().inbox].find(([, row]) => row.entry === entry)?.[0] ?? keyOf(entry)
      const row = written.inbox.get(key) ?? below().inbox.get(key)
      if (row === undefined) throw new Error(`No entry ${key}`)
      written.inbox.set(key, { entry: { ...row.entry, projected: notice.kind }, notice })
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

function keyOf({ deviceId, bytesHash }: Pick<InboxEntry, 'deviceId' | 'bytesHash'>): string {
  return `${deviceId} ${bytesHash}`
}

function isSameRow(held: InboxEntry, added: InboxEntry): boolean {
  if (keyOf(held) === keyOf(added)) return true
  if (held.status !== 'stored' || added.status !== 'stored') return false
  const isSameNumber = held.deviceId === added.deviceId && held.n === added.n
  return isSameNumber || held.entryId === added.entryId
}
