import * as z from 'zod/mini'
import { LocalDate, LocalTime } from '../time/instant.ts'

const TimedDose = z.object({ at: LocalTime, amount: z.string() })

/** What to give at which time on some days of a plan. Both days are among them; null is open. */
export const DoseStep = z.object({
  from: z.nullable(LocalDate),
  until: z.nullable(LocalDate),
  doses: z.array(TimedDose),
})
export type DoseStep = z.infer<typeof DoseStep>

/** One line of a medication sheet. */
export const Medication = z.object({
  /** As «Furix». */
  name: z.string(),
  activeIngredient: z.nullable(z.string()),
  form: z.nullable(z.string()),
  strength: z.nullable(z.string()),
  /** What to give at which time, on each day alike; empty for what is given as needed, or by steps. */
  doses: z.array(TimedDose),
  /**
   * A dose that changes by day, as in tapering. An app that does not know them has no times, and the words of
   * `dosageText`: taken together, the doses of all steps would be too much.
   */
  steps: z.optional(z.array(DoseStep)),
  /** The most that may be given in a day, as «4 tablett». */
  maxPerDay: z.optional(z.string()),
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
