import * as z from 'zod/mini'

/** A field of a patient that an import changes; `name` to `zone` are who and where she is. */
export const ChangedField = z.enum([
  'name',
  'bornOn',
  'personalNumber',
  'ehrId',
  'zone',
  'addressProtection',
  'address',
  'phone',
  'livesAlone',
  'services',
  'devices',
  'doseTimes',
  'supervisionTimes',
  'nextOfKin',
  'generalPractitioner',
  'critical',
  'access',
  'codes',
  'mobility',
  'communication',
  'remarks',
  'gender',
  'diagnoses',
  'resuscitation',
  'nutrition',
  'pharmacy',
  'medications',
])
export type ChangedField = z.infer<typeof ChangedField>
