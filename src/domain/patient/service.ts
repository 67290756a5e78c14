import * as z from 'zod/mini'

/**
 * A service as the municipality's own code list names it. BST, TRY, HST, VEM, VDT and VLT are
 * defaults, not constants.
 */
export const ServiceCode = z
  .string()
  .check(z.regex(/^[A-ZÆØÅ0-9][A-ZÆØÅ0-9_-]{0,15}$/))
  .brand<'ServiceCode'>()
export type ServiceCode = z.infer<typeof ServiceCode>

/** What a service code means for preparedness; `other` for all that no list is about. */
export const ServiceMeaning = z.enum([
  'lifeEssentialPower',
  'safetyAlarm',
  'medicineDispenser',
  'digitalSupervision',
  'localisation',
  'other',
])
export type ServiceMeaning = z.infer<typeof ServiceMeaning>

/** One row of the municipality's own table of service codes. */
export const ServiceDefinition = z.object({
  code: ServiceCode,
  meaning: ServiceMeaning,
  title: z.string(),
})
export type ServiceDefinition = z.infer<typeof ServiceDefinition>
