import * as z from 'zod/mini'
import { PatientId } from '../base/ids.ts'
import { Instant, LocalDate } from '../time/instant.ts'
import { Gender } from './gender.ts'
import { Medication } from './medication.ts'

/** Kinds of personal number; `unknown` for what fits none, which is kept as it is. */
export const PersonalNumberKind = z.enum([
  'fodselsnummer',
  'dNumber',
  'hNumber',
  'fhNumber',
  'dufNumber',
  'synthetic',
  'unknown',
])
export type PersonalNumberKind = z.infer<typeof PersonalNumberKind>

/** The rest of the patient card and the medication sheet: class `details` (`patientDetails@1`). */
export const PatientDetails = z.object({
  patientId: PatientId,
  /** Masked on the screen, never on lists or paper. */
  personalNumber: z.nullable(
    z.object({ kind: PersonalNumberKind, value: z.string(), valid: z.boolean() }),
  ),
  /** Null when no list says. */
  gender: z.nullable(Gender),
  diagnoses: z.array(z.string()),
  resuscitation: z.nullable(z.string()),
  nutrition: z.nullable(z.string()),
  pharmacy: z.nullable(z.string()),
  medications: z.array(Medication),
  medicationsReviewedOn: z.nullable(LocalDate),
  /** The same of the newest list that had her medicines. */
  asOf: Instant,
})
export type PatientDetails = z.infer<typeof PatientDetails>
