import type { EmployeeId, EntryId } from '#domain/base/ids.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import { type Sealed, aesSealJson } from '../crypto/aes.ts'
import type { EntryRow, OutboxDatabase, WitnessedRow } from '../databases/outbox-database.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'
import { eachOnce, openCopy, shownEntryOf } from './own-copies.ts'

/** A colleague's entry as the employee reads it who had unlocked when it was signed: a copy under her own key. */
export async function witnessedRow(
  { employeeId, keys }: OpenEmployee,
  entryId: EntryId,
  content: EntryContent,
): Promise<WitnessedRow> {
  const sealed = await aesSealJson(keys.ownCopies, content, aboutWitnessed(entryId))
  return { id: `${beginningOf(employeeId)}${entryId}`, v: 1, entryId, sealed }
}

type Witnessed = { row: EntryRow; sealed: Sealed }

/** Part of a transaction that reads entries and settings. */
export async function readWitnessed(
  { settings, entries }: OutboxDatabase,
  employeeId: EmployeeId,
): Promise<Witnessed[]> {
  const kept = await settings.where('id').startsWith(beginningOf(employeeId)).toArray()
  const copies = kept.flatMap((row) => ('sealed' in row ? [row] : []))
  const rows = await entries.bulkGet(copies.map(({ entryId }) => entryId))
  return copies.flatMap(({ sealed }, at) => {
    const row = rows[at]
    return row === undefined ? [] : [{ row, sealed }]
  })
}

/** Newest first, without those that do not open: they were sealed under a key that she had before. */
export async function openWitnessed(
  employee: OpenEmployee,
  witnessed: readonly Witnessed[],
): Promise<OwnEntry[]> {
  const copies = new Map(witnessed.map(({ row, sealed }) => [row.id, sealed]))
  const opened = await Promise.all(
    eachOnce(witnessed.map(({ row }) => row)).map(async (shown): Promise<OwnEntry[]> => {
      const copy = copies.get(shown.row.id)
      if (copy === undefined) return []
      const content = await openCopy(employee, copy, aboutWitnessed(shown.row.id))
      return content.kind === 'open' ? [{ ...shownEntryOf(shown), content }] : []
    }),
  )
  return opened.flat()
}

/** Part of the transaction that lets the authors' own copies of these entries go. */
export async function dropWitnessed(
  { settings }: OutboxDatabase,
  entryIds: ReadonlySet<EntryId>,
): Promise<void> {
  if (entryIds.size === 0) return
  await settings
    .where('id')
    .startsWith(beginning)
    .filter((row) => 'entryId' in row && entryIds.has(row.entryId))
    .delete()
}

const beginning = 'witnessed/'

function beginningOf(employeeId: EmployeeId): `witnessed/${string}` {
  return `${beginning}${employeeId}/`
}

function aboutWitnessed(entryId: EntryId): string {
  return `beredt/witnessed/1/${entryId}`
}
