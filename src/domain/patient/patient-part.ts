import * as z from 'zod/mini'
import { Address } from './patient.ts'
import { PatientDetails } from './patient-details.ts'
import { AccessCode } from './protected-details.ts'

/** What the digital health on-call may fetch of one patient; her device does not store it. */
export const PatientPart = z.enum(['details', 'code', 'address'])
export type PatientPart = z.infer<typeof PatientPart>

/** Why a part is fetched: a few words at least, because the patient may read them in the log. */
export const FetchReason = z
  .string()
  .check(z.trim(), z.minLength(10), z.maxLength(300), z.regex(/\S\s+\S/))
export type FetchReason = z.infer<typeof FetchReason>

/** A part as it was read on the server; null or empty when nothing is recorded. */
export const PartRead = z.discriminatedUnion('part', [
  z.object({ part: z.literal('details'), details: z.nullable(PatientDetails) }),
  z.object({ part: z.literal('code'), codes: z.array(AccessCode) }),
  z.object({
    part: z.literal('address'),
    address: z.nullable(Address),
    phone: z.nullable(z.string()),
  }),
])
export type PartRead = z.infer<typeof PartRead>

/** How long a fetched part is in the memory of the device, unless it is locked before. */
export const partMinutes = 60

/** How many parts one employee may fetch in an hour: one every other minute, all night. */
export const maxPartsPerHour = 30
