import * as z from 'zod/mini'

/** What an employee can see does not work, as «Hva virker ikke?» asks it. */
export const Symptom = z.enum([
  'power',
  'mobile',
  'internet',
  'ehr',
  'alarm',
  'dispenser',
  'supervision',
  'lock',
  'signIn',
  'water',
  'road',
  'attack',
  'leak',
])
export type Symptom = z.infer<typeof Symptom>
