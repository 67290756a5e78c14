import type { PatientId } from '../base/ids.ts'
import type { EntryContent } from '../entries/entry-content.ts'
import type { Patient } from '../patient/patient.ts'
import type { PersonFactBody } from '../people/person-fact.ts'
import type { JoinedPatients } from './patient-link.ts'

/** Whose card an id leads to: that of the list's patient for a temporary one who was joined to her. */
export function joinedId(id: PatientId, joined: JoinedPatients): PatientId {
  return joined.get(id)?.patientId ?? id
}

/** The patients without those who are one with somebody of a list. */
export function withoutJoined(patients: readonly Patient[], joined: JoinedPatients): Patient[] {
  return patients.filter(({ id, temporary }) => temporary === undefined || !joined.has(id))
}

/** What names a patient, as it is read: it follows her to the list's patient. The same value when it names nobody else. */
export function followed<Value extends { patientId: PatientId | null }>(
  value: Value,
  joined: JoinedPatients,
): Value {
  const { patientId } = value
  return patientId === null || !joined.has(patientId)
    ? value
    : { ...value, patientId: joinedId(patientId, joined) }
}

export function followedFact<Fact extends { body: PersonFactBody }>(
  fact: Fact,
  joined: JoinedPatients,
): Fact {
  const body = followedBody(fact.body, joined)
  return body === fact.body ? fact : { ...fact, body }
}

export function followedContent(content: EntryContent, joined: JoinedPatients): EntryContent {
  switch (content.kind) {
    case 'form':
    case 'cardOpened':
      return followed(content, joined)
    case 'personFact':
      return followedFact(content, joined)
    case 'unverifiedOpened':
    case 'coordinationFact':
      return content
  }
}

function followedBody(body: PersonFactBody, joined: JoinedPatients): PersonFactBody {
  switch (body.kind) {
    case 'contact':
      return followed(body, joined)
    case 'power': {
      const finding = followed(body.finding, joined)
      return finding === body.finding ? body : { ...body, finding }
    }
    case 'visitGiven':
    case 'visitTaken':
    case 'visitEnded': {
      const visit = followed(body.visit, joined)
      return visit === body.visit ? body : { ...body, visit }
    }
    case 'dose':
    case 'doseHandled': {
      const dose = followed(body.dose, joined)
      return dose === body.dose ? body : { ...body, dose }
    }
    case 'placePower':
    case 'calling':
    case 'undone':
      return body
  }
}
