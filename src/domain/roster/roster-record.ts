import * as z from 'zod/mini'
import { PatientDetails } from '../patient/patient-details.ts'
import { Patient } from '../patient/patient.ts'
import { ProtectedDetails } from '../patient/protected-details.ts'

/** All that the server holds of one patient: one document in each of three classes of her zone. */
export const RosterRecord = z.object({
  patient: Patient,
  details: PatientDetails,
  /** Null when neither address nor codes need protection. */
  protectedDetails: z.nullable(ProtectedDetails),
})
export type RosterRecord = z.infer<typeof RosterRecord>
