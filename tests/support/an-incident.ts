import type { Incident } from '#domain/incidents/incident.ts'
import { anAuthor, factId, incidentId, minute, nord1, tk01 } from './a-fact.ts'
import { noon } from './a-patient.ts'

/** A reported power outage in a zone, since noon. */
export function anIncident(more: Partial<Incident> = {}): Incident {
  const id = more.id ?? incidentId(1)
  return {
    id,
    members: [id],
    standing: 'reported',
    symptoms: ['power'],
    area: { zones: [nord1], streets: [] },
    startsAt: noon,
    announcedEnd: null,
    level: 1,
    cards: [{ code: tk01, version: 1 }],
    started: { by: anAuthor(), at: noon, fact: factId(1) },
    starts: [factId(1)],
    confirmed: null,
    closed: null,
    closing: null,
    late: [],
    corrections: new Map(),
    ...more,
  }
}

/** By a role that may, so many minutes past noon. */
export function aConfirmation(n = 0): NonNullable<Incident['confirmed']> {
  return { by: anAuthor(), at: minute(n), until: minute(n + 72 * 60), fact: factId(2) }
}
