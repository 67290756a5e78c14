import type { Patient } from '#domain/patient/patient.ts'
import { temporaryNumber } from '#domain/patient/temporary-number.ts'

/** What a patient is called whom no list has: «Midlertidig bruker NY-K7Q-F3M-2X9»; null for one of the lists. */
export function temporaryText({ id, temporary }: Pick<Patient, 'id' | 'temporary'>): string | null {
  return temporary === undefined ? null : `Midlertidig bruker ${temporaryNumber(id)}`
}
