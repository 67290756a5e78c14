import { EntryId, IncidentId, type PatientId } from '#domain/base/ids.ts'
import { coordinationFactForm, personFactForm } from '#domain/entries/entry-content.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import type { PersonFactBody } from '#domain/people/person-fact.ts'
import type { NewEntry } from '#domain/vault/entry-repository.ts'
import { type Hired, type Town, north } from './town.ts'

/** The incident of which every attack is a part. */
export const incident = IncidentId.parse('1c000000-0000-4000-8000-000000000001')

function said(town: Town, { profile: { author } }: Hired, replaces: EntryId[]) {
  return { author, at: town.now(), isTyped: false, replaces, writtenAt: town.now() }
}

/** What a phone seals when its owner says something about the incident. */
export function ofIncident(
  town: Town,
  hired: Hired,
  body: CoordinationFactBody,
  replaces: EntryId[] = [],
): NewEntry {
  return {
    entryId: EntryId.parse(crypto.randomUUID()),
    form: coordinationFactForm,
    zone: null,
    incident,
    world: 'real',
    content: { kind: 'coordinationFact', ...said(town, hired, replaces), body },
  }
}

/** The same about patients of Nord 1, unless it is said of another zone. */
export function ofPeople(
  town: Town,
  hired: Hired,
  body: PersonFactBody,
  { zone = north, replaces = [] }: { zone?: NewEntry['zone']; replaces?: EntryId[] } = {},
): NewEntry {
  return {
    entryId: EntryId.parse(crypto.randomUUID()),
    form: personFactForm,
    zone,
    incident,
    world: 'real',
    content: { kind: 'personFact', ...said(town, hired, replaces), body },
  }
}

export function isWell(patientId: PatientId): PersonFactBody {
  return { kind: 'contact', patientId, state: 'spokenOk', word: null }
}
