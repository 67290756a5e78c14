import { randomUUID } from 'node:crypto'
import { EntryId, IncidentId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import { noon } from './a-patient.ts'

export const newIncident = (): IncidentId => IncidentId.parse(randomUUID())
export const newEntryId = (): EntryId => EntryId.parse(randomUUID())

type Started = Extract<CoordinationFactBody, { kind: 'started' }>

/** A power outage in Nord 2 since noon. */
export function aStart(fields: Partial<Started> = {}): Started {
  return {
    kind: 'started',
    symptoms: ['power'],
    area: { zones: [ZoneId.parse('nord-2')], streets: [] },
    startsAt: noon,
    announcedEnd: null,
    level: 1,
    cards: [],
    ...fields,
  }
}

/** Somebody has spoken with a patient, and she is well. */
export function spokenOk(patientId: PatientId): PersonFactBody {
  return { kind: 'contact', patientId, state: 'spokenOk', word: null }
}

export function undoing(...facts: EntryId[]): { kind: 'undone'; facts: EntryId[] } {
  return { kind: 'undone', facts }
}
