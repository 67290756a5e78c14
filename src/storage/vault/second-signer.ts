import { accepted, refused } from '#domain/base/result.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import { countersigningForm } from '#domain/entries/forms-about-entries.ts'
import { mayDo } from '#domain/roles/duties.ts'
import type { SecondSigner } from '#domain/vault/second-signer.ts'
import { addEntry } from '../outbox/dexie-entry-repository.ts'
import type { EntryServices } from '../outbox/dexie-entry-repository.ts'
import { openWitnessed, readWitnessed, witnessedRow } from '../outbox/witnessed.ts'
import { type CodeServices, tryCode } from './try-code.ts'

/** Her keys live as long as one call, and are never `unlocked`: nothing else of this device can reach them. */
export function secondSigner(services: CodeServices & EntryServices): SecondSigner {
  const { unlocked, outbox } = services

  return {
    async sign(employeeId, code, { content, ...entry }) {
      const first = unlocked.find()
      if (first === null) return refused({ kind: 'locked' })
      if (first.employeeId === employeeId) return refused({ kind: 'unlockedHerself' })
      const tried = await tryCode(employeeId, code, services)
      if (!tried.ok) return tried
      const { employee } = tried.value
      const { author, role } = employee.profile
      if (!mayDo(role, 'countersignNotes')) return refused({ kind: 'notForRole' })
      // Whatever else stands in what came from the page, her key signs a countersigning.
      const signed: EntryContent = { ...content, author, corrects: null, withdraws: undefined }
      // Locked meanwhile: what the first one saw has gone, and her colleague signs anew.
      if (unlocked.find() !== first) return refused({ kind: 'locked' })
      const witnessed = await witnessedRow(first, entry.entryId, signed)
      return addEntry(
        {
          entry: { ...entry, form: countersigningForm, content: signed, incident: null },
          after: null,
        },
        { employee, witnessed },
        services,
      )
    },

    async listWitnessed() {
      const employee = unlocked.find()
      if (employee === null) return refused({ kind: 'locked' })
      const witnessed = await outbox.run((database) =>
        database.transaction('r', database.settings, database.entries, () =>
          readWitnessed(database, employee.employeeId),
        ),
      )
      const entries = await openWitnessed(employee, witnessed)
      return unlocked.find() === employee ? accepted(entries) : refused({ kind: 'locked' })
    },
  }
}
