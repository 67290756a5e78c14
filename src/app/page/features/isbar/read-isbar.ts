import type { IncidentId } from '#domain/base/ids.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { Core } from '#app/bridge/core.ts'
import type { PersonReading } from '#app/bridge/incident-queries.ts'

export type KnownOfPatient = {
  /** Null where this phone does not have them. */
  details: PatientDetails | null
  /** Null outside of an incident. */
  person: PersonReading | null
}

/** Reads what a call for help is to mention. What is not on the phone is said to be missing, and nothing waits for it. */
export async function readIsbar(
  { reader, incidents }: Pick<Core, 'reader' | 'incidents'>,
  patient: Patient,
  incident: IncidentId | null,
): Promise<KnownOfPatient> {
  const [details, person] = await Promise.all([
    reader.findDetails(patient.id, patient.zone),
    incident === null ? null : incidents.person(incident, patient.id),
  ])
  return {
    details: details.kind === 'open' ? details.value : null,
    person: person?.kind === 'open' ? person.value : null,
  }
}
