import * as z from 'zod/mini'
import { LocalDate, LocalTime } from '../time/instant.ts'

/** One line of a medication sheet. */
export const Medication = z.object({
  /** As «Furix». */
  name: z.string(),
  activeIngredient: z.nullable(z.string()),
  form: z.nullable(z.string()),
  strength: z.nullable(z.string()),
  /** What to give at which time; empty for what is given as needed. */
  doses: z.array(z.object({ at: LocalTime, amount: z.string() })),
  /** The dosage in words, as the EHR has it. */
  dosageText: z.nullable(z.string()),
  route: z.nullable(z.string()),
  indication: z.nullable(z.string()),
  kind: z.enum(['regular', 'asNeeded', 'course']),
  startedOn: z.nullable(LocalDate),
  stoppedOn: z.nullable(LocalDate),
  /** Not to be delayed: Parkinson, epilepsy, insulin … as recorded for this patient. */
  timeCritical: z.boolean(),
  multidose: z.boolean(),
  remark: z.nullable(z.string()),
})
export type Medication = z.infer<typeof Medication>
