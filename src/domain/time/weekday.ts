import * as z from 'zod/mini'

/** Monday first, as the week runs in Norway and in ISO 8601. */
export const Weekday = z.enum([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
])
export type Weekday = z.infer<typeof Weekday>
