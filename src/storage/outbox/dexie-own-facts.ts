import type { EntryId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { coordinationFactForm, personFactForm } from '#domain/entries/entry-content.ts'
import { amendmentForms } from '#domain/amendments/amendment.ts'
import { type FormReference, formIdOf } from '#domain/forms/form-reference.ts'
import { isRegistration } from '#domain/new-patients/registration.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import type { Locked } from '#domain/vault/locked.ts'
import { type EntryRow, type OutboxDatabase, outboxVersion } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { OpenEmployee, UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { eachOnce, openOwn, shownEntryOf, type ShownRow } from './own-copies.ts'

const factForms: readonly FormReference[] = [coordinationFactForm, personFactForm]

/** Every screen needs facts, and what was signed about patients since the lists were made. */
function isReplayed(form: FormReference): boolean {
  return factForms.includes(form) || amendmentForms.includes(formIdOf(form)) || isRegistration(form)
}

type Kept = {
  version: number
  facts: readonly OwnEntry[]
  opened: ReadonlyMap<EntryId, OwnEntry['content']>
}

/**
 * The facts, amendments and registrations that the unlocked employee has said on this device. Every screen of an incident needs all of them, so what has
 * been opened is kept until she locks.
 */
export function dexieOwnFacts({
  outbox,
  unlocked,
}: {
  outbox: Supervisor<OutboxDatabase>
  unlocked: UnlockedEmployee
}) {
  const keptFor = new WeakMap<OpenEmployee, Kept>()

  /** Null while nothing has changed since `version`. */
  function readRows(employee: OpenEmployee, version: number | undefined) {
    const { employeeId } = employee
    return outbox.run((database) =>
      database.transaction('r', database.entries, database.settings, async () => {
        const current = await outboxVersion(database)
        if (current === version) return null
        return { version: current, rows: await database.entries.where({ employeeId }).toArray() }
      }),
    )
  }

  return {
    /** Newest first. The same array as long as nothing has changed in the outbox. */
    async list(): Promise<Result<readonly OwnEntry[], Locked>> {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const before = keptFor.get(employee)
      const read = await readRows(employee, before?.version)
      if (unlocked.find() !== employee) return refused({ kind: 'locked' })
      if (read === null && before !== undefined) return accepted(before.facts)
      const shown = eachOnce((read?.rows ?? []).filter(isFact))
      const facts = await Promise.all(shown.map((row) => openOnce(employee, row, before?.opened)))
      if (unlocked.find() !== employee) return refused({ kind: 'locked' })
      const opened = new Map(facts.map(({ entryId, content }) => [entryId, content]))
      keptFor.set(employee, { version: read?.version ?? 0, facts, opened })
      return accepted(facts)
    },
  }
}

async function openOnce(
  employee: OpenEmployee,
  shown: ShownRow,
  opened: Kept['opened'] | undefined,
): Promise<OwnEntry> {
  const { row } = shown
  const content = opened?.get(row.id)
  return content === undefined || row.own === null || content.kind !== 'open'
    ? openOwn(employee, shown)
    : { ...shownEntryOf(shown), content }
}

function isFact({ entry }: EntryRow): boolean {
  return isReplayed(entry.header.form)
}
