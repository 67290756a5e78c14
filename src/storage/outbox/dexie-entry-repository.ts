import { Dexie } from 'dexie'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import {
  type EntryContext,
  type SealedEntry,
  entryHash,
  largestEntryBytes,
} from '#domain/entries/entry.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { type Hlc, laterHlc, nextHlc, readingToFollow } from '#domain/time/hlc.ts'
import type { EmployeeId, EntryId } from '#domain/base/ids.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import { sealingKeyOf } from '#domain/trust/key-set.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type {
  AddRefusal,
  EntryRepository,
  NewEntry,
  StoredEntry,
} from '#domain/vault/entry-repository.ts'
import type { inTurn } from '../in-turn.ts'
import {
  type DeviceRow,
  type EntryRow,
  type OutboxDatabase,
  type WitnessedRow,
  findDevice,
  raiseOutboxVersion,
} from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { type Sealed, aesSealJson } from '../crypto/aes.ts'
import type { TrustParts } from '../trust/trust-parts.ts'
import type { OpenEmployee, UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { getDevice } from './device.ts'
import { effectiveTime } from './effective-clock.ts'
import { aboutOwn, eachOnce, openOwn, shownEntryOf, storedEntryOf } from './own-copies.ts'
import { sealEntry } from './seal-entry.ts'

export type EntryServices = {
  outbox: Supervisor<OutboxDatabase>
  unlocked: UnlockedEmployee
  hasher: Hasher
  clock: DeviceClock
  parts: Pick<TrustParts, 'serverOf'>
  /** Entries take their numbers one after the other, whoever signs. */
  addInTurn: ReturnType<typeof inTurn>
}

export function dexieEntryRepository(services: EntryServices): EntryRepository {
  const { outbox, unlocked, hasher } = services

  return {
    async add(entry, after = null) {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      return addEntry({ entry, after }, { employee, witnessed: null }, services)
    },

    async listOwn() {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const { employeeId } = employee
      const rows = await outbox.run((database) => database.entries.where({ employeeId }).toArray())
      const newest = eachOnce(rows)
      const entries = await Promise.all(newest.map((shown) => openOwn(employee, shown)))
      if (unlocked.find() !== employee) return refused({ kind: 'locked' })
      return accepted(entries)
    },

    async findOwn(entryId) {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const { employeeId } = employee
      const rows = await outbox.run((database) => database.entries.where({ employeeId }).toArray())
      const shown = eachOnce(rows).find(({ row }) => row.id === entryId)
      return accepted(shown === undefined ? null : await openOwn(employee, shown))
    },

    async findHash(entryId) {
      const row = await outbox.run((database) => database.entries.get(entryId))
      return row === undefined ? null : await entryHash(row.entry.header, hasher)
    },

    async listStates() {
      const rows = await outbox.run((database) => database.entries.toArray())
      return eachOnce(rows).map(shownEntryOf)
    },
  }
}

/** By whose keys an entry is signed, and the copy of it for another one who had unlocked the phone, if any. */
type Signing = { employee: OpenEmployee; witnessed: WitnessedRow | null }

/** Seals, signs and stores an entry in its author's name: with the keys that are unlocked, or with a colleague's. */
export async function addEntry(
  { entry, after }: { entry: NewEntry; after: Hlc | null },
  { employee, witnessed }: Signing,
  services: EntryServices,
): Promise<Result<StoredEntry, AddRefusal>> {
  const { hasher, addInTurn } = services
  const content = EntryContent.parse(entry.content)
  const refusal = refusalOf(content, employee.employeeId)
  if (refusal !== null) return refused(refusal)
  const bytes = hasher.utf8(canonicalJson(content))
  if (bytes.length > largestEntryBytes) {
    return refused({ kind: 'tooLarge', bytes: bytes.length, maxBytes: largestEntryBytes })
  }
  const own = await aesSealJson(employee.keys.ownCopies, content, aboutOwn(entry.entryId))
  const made = { entry, after, bytes, own, witnessed, reseals: null }
  const stored = await addInTurn(() => sealAndStore(made, employee, services))
  return stored.kind === 'stored'
    ? accepted(storedEntryOf(stored.row))
    : refused({ kind: 'alreadySigned', entry: storedEntryOf(stored.row) })
}

/** `since`: where the phone's line stood when it was seen that no entry repeats the original. */
type Reseals = { original: EntryId; since: Pick<DeviceRow, 'id' | 'n'> }

type Stored = { kind: 'stored' | 'alreadySigned'; row: EntryRow }

/** Seals before the transaction, because IndexedDB commits one that waits for WebCrypto. */
export async function sealAndStore(
  made: {
    entry: NewEntry
    after: Hlc | null
    bytes: Uint8Array<ArrayBuffer>
    own: Sealed
    witnessed: WitnessedRow | null
    reseals: Reseals | null
  },
  employee: OpenEmployee,
  services: EntryServices,
): Promise<Stored> {
  const { outbox, hasher } = services
  for (;;) {
    const { device, context, server } = await nextPlace(made, employee, services)
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
    const stored = await outbox.run((database) =>
      store(database, row, { device, headHash, witnessed: made.witnessed, reseals: made.reseals }),
    )
    if (stored !== null) return stored
  }
}

/** What is stored with an entry, or decides whether it is. */
type Beside = {
  device: DeviceRow
  headHash: string
  witnessed: WitnessedRow | null
  reseals: Reseals | null
}

/** Takes the number, stores the entry and deletes the draft in one transaction. Null when another tab took the number. */
function store(
  database: OutboxDatabase,
  row: EntryRow,
  { device, headHash, witnessed, reseals }: Beside,
): Promise<Stored | null> {
  const { devices, entries, drafts, settings } = database
  return database.transaction('rw', [devices, entries, drafts, settings], async () => {
    // Asked together, as is written below: each answer that is waited for alone delays the signing by as much again.
    const [same, repeated, current, here] = await Promise.all([
      entries.get(row.id),
      reseals === null ? undefined : findRepeated(database, row, reseals),
      getDevice(database, device.id),
      findDevice(database),
    ])
    const before = same ?? repeated
    if (before !== undefined) {
      // The same bytes mean the same call, run again because its connection broke during the commit.
      const isThisOne = isSame(before.entry, row.entry)
      return { kind: isThisOne ? 'stored' : 'alreadySigned', row: before }
    }
    if (current.headHash !== device.headHash || here?.deviceId !== device.id) return null
    const { n, hlc } = row.entry.header
    await Promise.all([
      entries.add(row),
      devices.put({ ...current, n, headHash, hlc }),
      drafts.delete(row.id),
      witnessed === null ? null : settings.put(witnessed),
      raiseOutboxVersion(database),
    ])
    return { kind: 'stored', row }
  })
}

/** What another tab has sealed meanwhile to the same key for the same entry. */
function findRepeated(
  { entries }: OutboxDatabase,
  { deviceId, entry }: EntryRow,
  { original, since }: Reseals,
): Promise<EntryRow | undefined> {
  const { serverKeyId } = entry.header
  const first = deviceId === since.id ? since.n + 1 : 1
  return entries
    .where('[deviceId+n]')
    .between([deviceId, first], [deviceId, Dexie.maxKey], true, true)
    .filter(({ entry: { header } }) => header.reseals === original)
    .filter(({ entry: { header } }) => header.serverKeyId === serverKeyId)
    .first()
}

async function nextPlace(
  { entry, after, reseals }: { entry: NewEntry; after: Hlc | null; reseals: Reseals | null },
  employee: OpenEmployee,
  { outbox, clock, parts }: EntryServices,
): Promise<{
  device: DeviceRow
  context: EntryContext
  server: Parameters<typeof sealEntry>[2]['server']
}> {
  const { device, server, now, isAllReceived } = await outbox.run(async (database) => {
    const here = await findDevice(database)
    if (here === null) throw new Error('Nobody is enrolled here.')
    const [device, server, { now }, unsent] = await Promise.all([
      getDevice(database, here.deviceId),
      parts.serverOf(employee, database),
      effectiveTime(database, clock),
      database.entries.where({ state: 'sealed' }).count(),
    ])
    return { device, server, now, isAllReceived: unsent === 0 }
  })
  const last = readingToFollow(device.hlc, { now, isAllReceived })
  const sealTo = sealingKeyOf(server.keySet, entry.world)
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
    incident: entry.incident,
    reseals: reseals?.original ?? null,
    capturedAt,
    capturedOffsetMinutes: clock.offsetMinutes(),
    hlc: nextHlc(laterHlc(last, after), millisecondsFromInstant(now)),
    authorKeyId: employee.author.keyId,
    serverKeyId: sealTo.keyId,
  }
  return { device, context, server: sealTo.publicKey }
}

function refusalOf(content: EntryContent, employeeId: EmployeeId): AddRefusal | null {
  return content.author.employeeId === employeeId ? null : { kind: 'notTheAuthor' }
}

function isSame(a: SealedEntry, b: SealedEntry): boolean {
  return a.deviceSignature === b.deviceSignature
}
