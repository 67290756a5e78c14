import type { EntryId } from '#domain/base/ids.ts'
import { EntryContent } from '#domain/entries/entry-content.ts'
import { clampHlc, type Hlc } from '#domain/time/hlc.ts'
import type { OwnEntry, StoredEntry } from '#domain/vault/entry-repository.ts'
import { type Sealed, aesOpenJson } from '../crypto/aes.ts'
import type { EntryRow } from '../databases/outbox-database.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'

export async function openOwn(employee: OpenEmployee, shown: ShownRow): Promise<OwnEntry> {
  const { row } = shown
  const stored = shownEntryOf(shown)
  if (row.own === null) return { ...stored, content: { kind: 'gone' } }
  return { ...stored, content: await openCopy(employee, row.own, aboutOwn(row.id)) }
}

/** Opens a copy that lies under the employee's own key. */
export async function openCopy(
  { keys }: OpenEmployee,
  copy: Sealed,
  about: string,
): Promise<Exclude<OwnEntry['content'], { kind: 'gone' }>> {
  const opened = await aesOpenJson(keys.ownCopies, copy, about)
  return opened === undefined
    ? { kind: 'damaged' }
    : { kind: 'open', value: EntryContent.parse(opened) }
}

/** An entry, and the newest that it was sealed again as: that one decides whether the server has it. */
export type ShownRow = { row: EntryRow; resealed: EntryRow | null }

/** Each entry once, the newest first, also when it was sealed again. */
export function eachOnce(rows: readonly EntryRow[]): ShownRow[] {
  const newest = rows.toSorted(newestFirst)
  const byOriginal = new Map<EntryId, EntryRow>()
  for (const row of newest.toReversed()) {
    const { reseals } = row.entry.header
    if (reseals !== null) byOriginal.set(reseals, row)
  }
  return newest
    .filter(({ entry }) => entry.header.reseals === null)
    .map((row) => ({ row, resealed: byOriginal.get(row.id) ?? null }))
}

export function shownEntryOf({ row, resealed }: ShownRow): StoredEntry {
  const { state, receivedAt } = resealed ?? row
  return { ...storedEntryOf(row), state, receivedAt }
}

export function storedEntryOf(row: EntryRow): StoredEntry {
  const { entryId, deviceId, n, form, zone, incident, world, capturedAt, hlc } = row.entry.header
  const { state, receivedAt } = row
  return { entryId, deviceId, n, form, zone, incident, world, capturedAt, hlc, state, receivedAt }
}

/** Sorts by the hybrid logical clock, because the phone's own clock may be turned back. */
function newestFirst(a: EntryRow, b: EntryRow): number {
  return placedHlc(a) < placedHlc(b) ? 1 : -1
}

/** As the server places it: what a clock said that was years ahead is no later than its receipt. */
function placedHlc({ entry, n, receivedAt }: EntryRow): Hlc {
  const { hlc } = entry.header
  return receivedAt === null ? hlc : clampHlc(hlc, receivedAt, n)
}

export function aboutOwn(entryId: string): string {
  return `beredt/own-copy/1/${entryId}`
}
