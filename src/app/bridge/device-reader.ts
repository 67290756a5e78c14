import type { ProtectedAmendment } from '#domain/amendments/amendment.ts'
import type { ActionCard } from '#domain/cards/action-card.ts'
import type { SymptomGuide } from '#domain/cards/symptom.ts'
import type { ZonePlan } from '#domain/contacts/zone-plan.ts'
import type { ZoneDirectory } from '#domain/contacts/zone-directory.ts'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import type { ReadyMessage } from '#domain/contacts/ready-message.ts'
import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import type { HeldNote } from '#domain/entries/held-note.ts'
import type { Note } from '#domain/entries/note.ts'
import type { Questionnaire } from '#domain/forms/questionnaire.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { ProtectedDetails } from '#domain/patient/protected-details.ts'
import type { DeviceKind } from '#domain/patient/device-kind.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import type { Reading } from './reading.ts'

/** One zone, or null for all zones of the unlocked employee. */
export type ZoneChoice = ZoneId | null

/** Reads opened documents as domain values. The lists of patients stay in the worker (`DeviceQueries`). */
export interface DeviceReader {
  /** Every note of a zone, for the leader's list of what was received. */
  listNotes(zone: ZoneChoice): Promise<Reading<Note[]>>
  /** From all the employee's zones, because notes from before the patient moved are still about her. */
  listNotesAbout(id: PatientId): Promise<Reading<Note[]>>
  /** That notes wait for a leader, in a zone; see `HeldNote`. */
  listHeldNotes(zone: ZoneChoice): Promise<Reading<HeldNote[]>>
  listHeldNotesAbout(id: PatientId): Promise<Reading<HeldNote[]>>
  listCards(): Promise<Reading<ActionCard[]>>
  listSymptomGuides(): Promise<Reading<SymptomGuide[]>>
  listReadyMessages(): Promise<Reading<ReadyMessage[]>>
  listContacts(): Promise<Reading<MunicipalityContact[]>>
  /** What zones have agreed on for when nobody can be reached. */
  listZonePlans(): Promise<Reading<ZonePlan[]>>
  /** What the municipality's zones are called; before the server has told, those of the employee. */
  listZoneNames(): Promise<Reading<ZoneDirectory['zones']>>
  listForms(): Promise<Reading<Questionnaire[]>>
  listServices(): Promise<Reading<ServiceDefinition[]>>
  listDeviceKinds(): Promise<Reading<DeviceKind[]>>
  /** Null for a patient who is in no zone of this employee. */
  findPatient(id: PatientId): Promise<Reading<Patient | null>>
  findDetails(id: PatientId, zone: ZoneId): Promise<Reading<PatientDetails | null>>
  /** `none` when the server never gave this employee the zone's protected class. */
  findProtected(id: PatientId, zone: ZoneId): Promise<Reading<ProtectedDetails | null>>
  /** The protected parts of what staff signed about a patient since the list, also of what does not stand any more. */
  listProtectedAmendments(id: PatientId, zone: ZoneId): Promise<Reading<ProtectedAmendment[]>>
}
