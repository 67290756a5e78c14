import * as z from 'zod/mini'
import { PatientId } from '../base/ids.ts'
import { Address } from './patient.ts'

/** What only some roles may open: class `protected` (`protectedDetails@1`). Each opening is logged. */
export const ProtectedDetails = z.object({
  patientId: PatientId,
  /** Only for patients whose address is protected. */
  address: z.nullable(Address),
  phone: z.nullable(z.string()),
  /** Codes of key boxes and doors, each with the access it opens. */
  codes: z.array(z.object({ access: z.string(), code: z.string() })),
})
export type ProtectedDetails = z.infer<typeof ProtectedDetails>
