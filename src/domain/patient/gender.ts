import * as z from 'zod/mini'

/** As FHIR's administrative gender has it. */
export const Gender = z.enum(['female', 'male', 'other', 'unknown'])
export type Gender = z.infer<typeof Gender>
