import type { PatientId } from '#domain/base/ids.ts'
import type { LinkDecision } from '#domain/new-patients/patient-link.ts'
import type { ProposedMatch } from '#domain/new-patients/propose-matches.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Reading } from './reading.ts'

/** A temporary patient as a leader decides about her. */
export type NewPatient = {
  temporary: Patient
  /** Who of the lists on this phone she may be, without those from whom she was left apart. */
  proposals: ProposedMatch[]
  /** What stands, with whom of the lists it is about; null for one who is not on this phone any more. */
  decisions: { decision: LinkDecision; patient: Patient | null }[]
}

export interface NewPatientQueries {
  /** All temporary patients of the employee's zones, those who wait for a decision first. */
  newPatients(): Promise<Reading<NewPatient[]>>
  /** The temporary patients that somebody of the lists was, each with who said so. */
  joinedTo(id: PatientId): Promise<{ temporaryId: PatientId; decision: LinkDecision }[]>
}
