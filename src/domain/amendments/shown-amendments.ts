import type { PatientDetails } from '../patient/patient-details.ts'
import type { Patient } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'
import type { Amendment } from './amendment.ts'
import { besideList, type ShownAmendment } from './beside-amendment.ts'
import { standingAmendments } from './standing-amendments.ts'

/** What lies on top of these patients now. Of one who is on no list nothing lies on top of anything. */
export function shownAmendments(
  amendments: readonly Amendment[],
  patients: readonly Patient[],
  details: readonly PatientDetails[],
  now: Instant,
): ShownAmendment[] {
  return besideLists(patients, details, now)(standingAmendments(amendments, now))
}

/** Puts each amendment beside what the list says of the same thing. */
export function besideLists(
  patients: readonly Patient[],
  details: readonly PatientDetails[],
  now: Instant,
): (amendments: readonly Amendment[]) => ShownAmendment[] {
  const patientsById = new Map(patients.map((patient) => [patient.id, patient]))
  const detailsById = new Map(details.map((body) => [body.patientId, body]))
  return (amendments) =>
    amendments.flatMap((amendment) => {
      const patient = patientsById.get(amendment.patientId)
      if (patient === undefined) return []
      return besideList(amendment, { patient, details: detailsById.get(patient.id) ?? null }, now)
    })
}
