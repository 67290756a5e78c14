import type { PatientId } from '../base/ids.ts'
import type { PersonFactBody } from './person-fact.ts'

/** Whom a fact is about; null when it is about a place, a list or other facts. */
export function patientOfFact(body: PersonFactBody): PatientId | null {
  switch (body.kind) {
    case 'contact':
      return body.patientId
    case 'power':
      return body.finding.patientId
    case 'visitGiven':
    case 'visitTaken':
    case 'visitEnded':
      return body.visit.patientId
    case 'dose':
    case 'doseHandled':
      return body.dose.patientId
    case 'placePower':
    case 'calling':
    case 'undone':
      return null
  }
}
