import { canonicalJson } from '#domain/base/canonical-json.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import {
  type EntryContext,
  type SealedEntry,
  entryHash,
  largestEntryBytes,
} from '#domain/entries/entry.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'
import { accepted, refused } from '#domain/base/result.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type {
  AddRefusal,
  EntryRepository,
  NewEntry,
  OwnEntry,
  StoredEntry,
} from '#domain/vault/entry-repository.ts'
import { inTurn } from '../in-turn.ts'
import {
  type DeviceRow,
  type EntryRow,
  type OutboxDatabase,
  findDevice,
  raiseOutboxVersion,
} from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { type Sealed, aesOpenJson, aesSealJson } from '../crypto/aes.ts'
import type { OpenEmployee, UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { getDevice } from './device.ts'
import { sealEntry } from './seal-entry.ts'

type EntryServices = {
  outbox: Supervisor<OutboxDatabase>
  unlocked: UnlockedEmployee
  hasher: Hasher
  clock: DeviceClock
}

export function dexieEntryRepository(services: EntryServices): EntryRepository {
  const { outbox, unlocked, hasher } = services
  const addInTurn = inTurn()

  return {
    async add(entry) {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const content = EntryContent.parse(entry.content)
      const refusal = refusalOf(content, employee.employeeId)
      if (refusal !== null) return refused(refusal)
      const bytes = hasher.utf8(canonicalJson(content))
      if (bytes.length > largestEntryBytes) {
        return refused({ kind: 'tooLarge', bytes: bytes.length, maxBytes: largestEntryBytes })
      }
      const own = await aesSealJson(employee.keys.ownCopies, content, aboutOwn(entry.entryId))
      const stored = await addInTurn(() => sealAndStore({ entry, bytes, own }, employee, services))
      return stored.kind === 'stored'
        ? accepted(storedEntryOf(stored.row))
        : refused({ kind: 'alreadySigned', entry: storedEntryOf(stored.row) })
    },

    async listOwn() {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const { employeeId } = employee
      const rows = await outbox.run((database) => database.entries.where({ employeeId }).toArray())
      const newest = rows.toSorted(newestFirst)
      const entries = await Promise.all(newest.map((row) => openOwn(employee, row)))
      if (unlocked.find() !== employee) return refused({ kind: 'locked' })
      return accepted(entries)
    },

    async findOwn(entryId) {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const row = await outbox.run((database) => database.entries.get(entryId))
      const isOwn = row !== undefined && row.employeeId === employee.employeeId
      return accepted(isOwn ? await openOwn(employee, row) : null)
    },

    async listStates() {
      const rows = await outbox.run((database) => database.entries.toArray())
      return rows.toSorted(newestFirst).map(storedEntryOf)
    },
  }
}

async function openOwn(employee: OpenEmployee, row: EntryRow): Promise<OwnEntry> {
  const stored = storedEntryOf(row)
  if (row.own === null) return { ...stored, content: { kind: 'gone' } }
  const opened = await aesOpenJson(employee.keys.ownCopies, row.own, aboutOwn(row.id))
  if (opened === undefined) return { ...stored, content: { kind: 'damaged' } }
  return { ...stored, content: { kind: 'open', value: EntryContent.parse(opened) } }
}

type Stored = { kind: 'stored' | 'alreadySigned'; row: EntryRow }

/** Seals before the transaction, because IndexedDB commits one that waits for WebCrypto. */
async function sealAndStore(
  made: { entry: NewEntry; bytes: Uint8Array<ArrayBuffer>; own: Sealed },
  employee: OpenEmployee,
  services: EntryServices,
): Promise<Stored> {
  const { outbox, hasher } = services
  for (;;) {
    const { device, context, server } = await nextPlace(made.entry, employee, services)
    const keys = { server, author: employee.author.key, device: device.signingKey }
    const sealed = await sealEntry(made.bytes, context, keys, hasher)
    const headHash = await entryHash(sealed.header, hasher)
    const row: EntryRow = {
      id: context.entryId,
      v: 1,
      deviceId: device.id,
      n: context.n,
      employeeId: employee.employeeId,
      state: 'sealed',
      entry: sealed,
      receivedAt: null,
      own: made.own,
      ownUntil: null,
    }
    const stored = await outbox.run((database) => store(database, row, { device, headHash }))
    if (stored !== null) return stored
  }
}

/** Takes the number, stores the entry and deletes the draft in one transaction. Null when another tab took the number. */
function store(
  database: OutboxDatabase,
  row: EntryRow,
  { device, headHash }: { device: DeviceRow; headHash: string },
): Promise<Stored | null> {
  const { devices, entries, drafts, settings } = database
  return database.transaction('rw', [devices, entries, drafts, settings], async () => {
    const before = await entries.get(row.id)
    if (before !== undefined) {
      // The same bytes mean the same call, run again because its connection broke during the commit.
      const isThisOne = isSame(before.entry, row.entry)
      return { kind: isThisOne ? 'stored' : 'alreadySigned', row: before }
    }
    const current = await getDevice(database, device.id)
    const here = await findDevice(database)
    if (current.headHash !== device.headHash || here?.deviceId !== device.id) return null
    const { n, hlc } = row.entry.header
    await entries.add(row)
    await devices.update(device.id, { n, headHash, hlc })
    await drafts.delete(row.id)
    await raiseOutboxVersion(database)
    return { kind: 'stored', row }
  })
}

async function nextPlace(
  entry: NewEntry,
  employee: OpenEmployee,
  { outbox, clock }: EntryServices,
): Promise<{
  device: DeviceRow
  context: EntryContext
  server: Parameters<typeof sealEntry>[2]['server']
}> {
  const { device, server } = await outbox.run(async (database) => {
    const here = await findDevice(database)
    if (here === null || here.server === null) throw new Error('Nobody is enrolled here.')
    return { device: await getDevice(database, here.deviceId), server: here.server }
  })
  const capturedAt = clock.now()
  const context: EntryContext = {
    kind: 'entry',
    v: 1,
    entryId: entry.entryId,
    deviceId: device.id,
    n: device.n + 1,
    prevHash: device.headHash,
    form: entry.form,
    municipality: server.municipality,
    world: entry.world,
    zone: entry.zone,
    incident: null,
    reseals: null,
    capturedAt,
    capturedOffsetMinutes: clock.offsetMinutes(),
    hlc: nextHlc(device.hlc, millisecondsFromInstant(capturedAt)),
    authorKeyId: employee.author.keyId,
    serverKeyId: server.keyId,
  }
  return { device, context, server: server.publicKey }
}

function refusalOf(content: EntryContent, employeeId: EmployeeId): AddRefusal | null {
  return content.author.employeeId === employeeId ? null : { kind: 'notTheAuthor' }
}

function storedEntryOf(row: EntryRow): StoredEntry {
  const { entryId, deviceId, n, form, zone, world, capturedAt } = row.entry.header
  const { state, receivedAt } = row
  return { entryId, deviceId, n, form, zone, world, capturedAt, state, receivedAt }
}

/** Sorts by the hybrid logical clock, because the phone's own clock may be turned back. */
function newestFirst(a: EntryRow, b: EntryRow): number {
  return a.entry.header.hlc < b.entry.header.hlc ? 1 : -1
}

function isSame(a: SealedEntry, b: SealedEntry): boolean {
  return a.deviceSignature === b.deviceSignature
}

function aboutOwn(entryId: string): string {
  return `beredt/own-copy/1/${entryId}`
}
