import * as z from 'zod/mini'
import { Address } from '../patient/patient.ts'
import { PatientDetails } from '../patient/patient-details.ts'
import { AccessCode } from '../patient/protected-details.ts'
import { DetailsAmendment, ProtectedAmendment } from './amendment.ts'

/**
 * A part of a patient as it was read on the server, with what was signed about it since the list; null or empty when nothing
 * is recorded. Older servers say nothing of amendments.
 */
export const PartRead = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('details'),
    details: z.nullable(PatientDetails),
    amendments: z.optional(z.array(DetailsAmendment)),
  }),
  z.object({
    part: z.literal('code'),
    codes: z.array(AccessCode),
    amendments: z.optional(z.array(ProtectedAmendment)),
  }),
  z.object({
    part: z.literal('address'),
    address: z.nullable(Address),
    phone: z.nullable(z.string()),
    amendments: z.optional(z.array(ProtectedAmendment)),
  }),
])
export type PartRead = z.infer<typeof PartRead>
