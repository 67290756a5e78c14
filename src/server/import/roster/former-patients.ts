import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { formerPatient, formerPatientId } from '#domain/roster/former-patient.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { RosterWrite } from './roster-documents.ts'

/** Keeps the names of those who leave a zone's list, and takes away the note of those who stand on it again. */
export function formerPatientWrites(
  { left, returned }: { left: readonly Patient[]; returned: readonly Patient[] },
  now: Instant,
): RosterWrite['others'] {
  const here = new Set(returned.map(({ zone, id }) => placeOf(zone, id)))
  return [
    ...left
      .filter(({ zone, id }) => !here.has(placeOf(zone, id)))
      .map((patient) => ({
        zone: patient.zone,
        kind: 'formerPatient' as const,
        write: {
          kind: 'put' as const,
          ...documentOf('formerPatient', formerPatient(patient, now)),
        },
      })),
    ...returned.map(({ zone, id }) => ({
      zone,
      kind: 'formerPatient' as const,
      write: { kind: 'delete' as const, docId: formerPatientId(id) },
    })),
  ]
}

function placeOf(zone: ZoneId, id: PatientId): string {
  return `${zone}/${id}`
}
