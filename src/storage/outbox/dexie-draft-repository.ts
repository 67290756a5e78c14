import type { EntryId } from '#domain/base/ids.ts'
import {
  type Instant,
  instantFromMilliseconds,
  millisecondsFromInstant,
} from '#domain/time/instant.ts'
import { accepted, refused } from '#domain/base/result.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { DraftRepository, StoredDraft } from '#domain/vault/draft-repository.ts'
import { Draft } from '#domain/forms/draft.ts'
import { inTurn } from '../in-turn.ts'
import {
  type DraftRow,
  type OutboxDatabase,
  raiseOutboxVersion,
} from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { type Sealed, aesOpenJson, aesSealJson } from '../crypto/aes.ts'
import type { OpenEmployee, UnlockedEmployee } from '../unlocked/unlocked-employee.ts'

export function dexieDraftRepository(ports: {
  outbox: Supervisor<OutboxDatabase>
  unlocked: UnlockedEmployee
  clock: DeviceClock
}): DraftRepository {
  const { outbox, unlocked, clock } = ports
  const saveInTurn = inTurn()

  return {
    async save(draft, basis) {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const { employeeId, keys } = employee
      const parsed = Draft.parse(draft)
      return saveInTurn(async () => {
        const savedAt = clock.now()
        const sealed = await aesSealJson(keys.drafts, parsed, aboutDraft(parsed.id, employeeId))
        const row: DraftRow = { id: parsed.id, v: 1, employeeId, savedAt, sealed }
        const stored = await outbox.run((database) => store(database, row, basis))
        return stored.kind === 'stored' ? accepted({ savedAt: stored.savedAt }) : refused(stored)
      })
    },

    async find(id) {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const row = await outbox.run((database) => database.drafts.get(id))
      if (row === undefined || row.employeeId !== employee.employeeId) return accepted(null)
      const opened = await open(employee, row)
      return opened === null ? refused({ kind: 'damaged' }) : accepted(opened)
    },

    async list() {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const { employeeId } = employee
      const rows = await outbox.run((database) => database.drafts.where({ employeeId }).toArray())
      const opened = await Promise.all(rows.map((row) => open(employee, row)))
      if (unlocked.find() !== employee) return refused({ kind: 'locked' })
      const drafts = opened.filter((draft) => draft !== null)
      return accepted({
        drafts: drafts.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
        damaged: rows.length - drafts.length,
      })
    },

    async remove(id) {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      await saveInTurn(() => outbox.run((database) => remove(database, id, employee)))
      return accepted(null)
    },
  }
}

type Stored =
  | { kind: 'stored'; savedAt: Instant }
  /** The draft has become an entry, and a late save must not bring the draft back. */
  | { kind: 'alreadySigned' }
  | { kind: 'writtenElsewhere' }

function store(
  database: OutboxDatabase,
  row: DraftRow,
  basis: Instant | null | undefined,
): Promise<Stored> {
  const { drafts, entries, settings } = database
  return database.transaction('rw', drafts, entries, settings, async () => {
    // Asked together, as is written below: each answer that is waited for alone delays the save by as much again.
    const [signed, before] = await Promise.all([entries.get(row.id), drafts.get(row.id)])
    if (signed !== undefined) return { kind: 'alreadySigned' }
    if (before === undefined) {
      await Promise.all([drafts.put(row), raiseOutboxVersion(database)])
      return { kind: 'stored', savedAt: row.savedAt }
    }
    // The same call, run again because its connection broke during the commit.
    if (isSame(before.sealed, row.sealed)) return { kind: 'stored', savedAt: before.savedAt }
    const isColleagues = before.employeeId !== row.employeeId
    const isNewer = basis !== undefined && before.savedAt !== basis
    if (isColleagues || isNewer) return { kind: 'writtenElsewhere' }
    const savedAt = row.savedAt > before.savedAt ? row.savedAt : justAfter(before.savedAt)
    await drafts.put({ ...row, savedAt })
    return { kind: 'stored', savedAt }
  })
}

function isSame(a: Sealed, b: Sealed): boolean {
  return a.iv.every((byte, at) => byte === b.iv[at])
}

/** No two saves of a draft have the same time, whatever the clock does, because the time identifies the save. */
function justAfter(moment: Instant): Instant {
  return instantFromMilliseconds(millisecondsFromInstant(moment) + 1)
}

function remove(
  database: OutboxDatabase,
  id: EntryId,
  { employeeId }: OpenEmployee,
): Promise<void> {
  const { drafts, settings } = database
  return database.transaction('rw', drafts, settings, async () => {
    const row = await drafts.get(id)
    if (row?.employeeId !== employeeId) return
    await drafts.delete(id)
    await raiseOutboxVersion(database)
  })
}

/** Null when it does not open. */
async function open({ keys }: OpenEmployee, row: DraftRow): Promise<StoredDraft | null> {
  const opened = await aesOpenJson(keys.drafts, row.sealed, aboutDraft(row.id, row.employeeId))
  return opened === undefined ? null : { draft: Draft.parse(opened), savedAt: row.savedAt }
}

function aboutDraft(id: EntryId, employeeId: string): string {
  return `beredt/draft/1/${employeeId}/${id}`
}
