import * as z from 'zod/mini'
import { PatientId, ZoneId } from '../base/ids.ts'
import { type Patient, PersonName } from '../patient/patient.ts'
import { Instant, LocalDate } from '../time/instant.ts'

/**
 * A patient who has left a zone's list (`formerPatient@1`, class `critical`). What was written about her still needs
 * her name, and the patient record her number.
 */
export const FormerPatient = z.object({
  patientId: PatientId,
  zone: ZoneId,
  name: PersonName,
  bornOn: z.nullable(LocalDate),
  ehrId: z.nullable(z.string()),
  /** When the list that no longer has her was taken in. */
  goneAt: Instant,
})
export type FormerPatient = z.infer<typeof FormerPatient>

/** The document's id: her own is that of the patient in the same stream. */
export function formerPatientId(patientId: PatientId): string {
  return `former-${patientId}`
}

export function formerPatient(
  { id, zone, name, bornOn, ehrId }: Patient,
  goneAt: Instant,
): FormerPatient {
  return { patientId: id, zone, name, bornOn, ehrId, goneAt }
}
