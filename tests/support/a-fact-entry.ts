import { type EmployeeId, EntryId, IncidentId, PatientId } from '#domain/base/ids.ts'
import { personFactForm } from '#domain/entries/entry-content.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import type { NewEntry } from '#domain/vault/entry-repository.ts'
import { nord1 } from './an-entry.ts'
import { noon } from './test-vault.ts'

export const anIncidentId = IncidentId.parse('11111111-1111-4111-8111-111111111111')
export const aPatientId = PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11')

/** The entry that saying something about a person makes. */
export function aFactEntry(
  employeeId: EmployeeId,
  body: PersonFactBody = {
    kind: 'contact',
    patientId: aPatientId,
    state: 'noAnswer',
    word: null,
  },
): NewEntry {
  return {
    entryId: EntryId.parse(crypto.randomUUID()),
    content: {
      kind: 'personFact',
      author: { employeeId, name: 'Anne Solbakken', title: 'sykepleier', hprNumber: null },
      at: noon,
      isTyped: false,
      replaces: [],
      writtenAt: noon,
      body,
    },
    form: personFactForm,
    zone: nord1,
    incident: anIncidentId,
    world: 'real',
  }
}
