import { randomUUID } from 'node:crypto'
import { EntryId, IncidentId, type PatientId } from '#domain/base/ids.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'

/** Ids that no other test of the same server has used. */
export const newIncident = (): IncidentId => IncidentId.parse(randomUUID())
export const newEntryId = (): EntryId => EntryId.parse(randomUUID())

/** Somebody has spoken with a patient, and she is well. */
export function spokenOk(patientId: PatientId): PersonFactBody {
  return { kind: 'contact', patientId, state: 'spokenOk', word: null }
}

export function undoing(...facts: EntryId[]): { kind: 'undone'; facts: EntryId[] } {
  return { kind: 'undone', facts }
}
