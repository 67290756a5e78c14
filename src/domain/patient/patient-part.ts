import * as z from 'zod/mini'

/** What the digital health on-call may fetch of one patient; her device does not store it. */
export const PatientPart = z.enum(['details', 'code', 'address'])
export type PatientPart = z.infer<typeof PatientPart>

/** Why a part is fetched: a few words at least, because the patient may read them in the log. */
export const FetchReason = z
  .string()
  .check(z.trim(), z.minLength(10), z.maxLength(300), z.regex(/\S\s+\S/))
export type FetchReason = z.infer<typeof FetchReason>

/** How long a fetched part is in the memory of the device, unless it is locked before. */
export const partMinutes = 60

/** How many parts one employee may fetch in an hour: one every other minute, all night. */
export const maxPartsPerHour = 30
