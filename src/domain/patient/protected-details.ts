import * as z from 'zod/mini'
import { PatientId } from '../base/ids.ts'
import { Address } from './patient.ts'

/** A code, and what it opens: a way in of the patient's card, else what the list calls it, if anything. */
export const AccessCode = z.object({
  code: z.string(),
  opens: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('access'), accessId: z.string() }),
    z.object({ kind: z.literal('other'), label: z.nullable(z.string()) }),
  ]),
})
export type AccessCode = z.infer<typeof AccessCode>

/** What only some roles may open: class `protected` (`protectedDetails@1`). Each opening is logged. */
export const ProtectedDetails = z.object({
  patientId: PatientId,
  /** Only for patients whose address is protected. */
  address: z.nullable(Address),
  phone: z.nullable(z.string()),
  codes: z.array(AccessCode),
})
export type ProtectedDetails = z.infer<typeof ProtectedDetails>
