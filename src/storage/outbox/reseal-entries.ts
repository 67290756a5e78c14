import { canonicalJson } from '#domain/base/canonical-json.ts'
import { type DeviceId, EntryId } from '#domain/base/ids.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import type { KeySet } from '#domain/trust/key-set.ts'
import { aesOpenJson, aesSealJson } from '../crypto/aes.ts'
import { type DeviceRow, type EntryRow, findDevice } from '../databases/outbox-database.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { getDevice } from './device.ts'
import { type EntryServices, sealAndStore } from './dexie-entry-repository.ts'
import { aboutOwn } from './own-copies.ts'

export type ResealServices = EntryServices & { newId(): string }

/**
 * Seals the unlocked employee's entries again that no key of the server opens: it has lost that key, and the only
 * readable copies are hers. Each becomes one new entry that names it, however often this runs. Where a copied profile
 * has taken that entry's number, the phone goes on under another id and seals it once more. Answers how many.
 */
export async function resealEntries(services: ResealServices): Promise<number> {
  const { outbox, unlocked } = services
  const employee = unlocked.find()
  if (employee === null) return 0
  const { employeeId, trust } = employee
  const { rows, device } = await outbox.run((database) =>
    database.transaction('r', database.entries, database.devices, database.settings, async () => {
      const here = await findDevice(database)
      return {
        rows: await database.entries.where({ employeeId }).toArray(),
        device: here === null ? null : await getDevice(database, here.deviceId),
      }
    }),
  )
  if (device === null) return 0
  const { keySet } = trust.signed
  const covered = new Set(
    rows.filter((row) => isOpened(row, keySet) && !isRefused(row, device.id)).map(originalOf),
  )
  let count = 0
  const oldestFirst = rows.toSorted((a, b) => (a.entry.header.hlc < b.entry.header.hlc ? -1 : 1))
  for (const original of new Set(oldestFirst.map(originalOf))) {
    if (covered.has(original)) continue
    if (unlocked.find() !== employee) break
    // The original's own copy may be gone by now while that of a later sealing is not: they say the same.
    const readable = oldestFirst.find((row) => originalOf(row) === original && row.own !== null)
    if (readable !== undefined && (await reseal(readable, employee, device, services))) count++
  }
  return count
}

/** False when the own copy is gone, or does not open. */
async function reseal(
  row: EntryRow,
  employee: OpenEmployee,
  since: Pick<DeviceRow, 'id' | 'n'>,
  services: ResealServices,
): Promise<boolean> {
  if (row.own === null) return false
  const { hasher } = services
  const { ownCopies } = employee.keys
  const content = EntryContent.safeParse(await aesOpenJson(ownCopies, row.own, aboutOwn(row.id)))
  if (!content.success) return false
  const { form, zone, incident, world } = row.entry.header
  const original = originalOf(row)
  // Not made of what it repeats: the copy of a profile would give its own the same id, and no notice would tell them apart.
  const entryId = EntryId.parse(services.newId())
  const made = {
    entry: { entryId, content: content.data, form, zone, incident, world },
    after: null,
    bytes: hasher.utf8(canonicalJson(content.data)),
    own: await aesSealJson(ownCopies, content.data, aboutOwn(entryId)),
    witnessed: null,
    reseals: { original, since },
  }
  return (await sealAndStore(made, employee, services)).kind === 'stored'
}

function originalOf({ id, entry }: EntryRow): EntryId {
  return entry.header.reseals ?? id
}

/** True for a repetition that the server has set aside: all of an entry have one effect, so another one does no harm. */
function isRefused({ state, deviceId, entry }: EntryRow, here: DeviceId): boolean {
  // The line that a clone has broken ends, and only the next one takes it.
  return state === 'conflict' && entry.header.reseals !== null && deviceId !== here
}

/** True when the server has, by its word, the key that the entry is sealed to. */
function isOpened({ entry }: EntryRow, { sealing }: KeySet): boolean {
  const { world, serverKeyId } = entry.header
  return sealing[world].some(({ keyId }) => keyId === serverKeyId)
}
