import * as z from 'zod/mini'
import { LocalDate } from '../time/instant.ts'

/** The kinds of `domain` knowledge about what happens at loss of power; the list is in content. */
export const PoweredDevice = z.object({
  /** Unique within its patient. */
  id: z.string(),
  /** As the kind's title in Norwegian, as «Oksygenkonsentrator stasjonær». */
  kind: z.string(),
  /** Free text: maker, model, setting, as «3 l/min hele døgnet». */
  description: z.nullable(z.string()),
  /** On a full charge; null while nobody has found out. */
  batteryMinutes: z.nullable(z.int().check(z.nonnegative())),
  batteryTestedOn: z.nullable(LocalDate),
  /** What there is instead, and where: «Flaske i gangen, 4 t». */
  reserve: z.nullable(z.string()),
  reserveMinutes: z.nullable(z.int().check(z.nonnegative())),
  /** How long the patient tolerates to be without. */
  toleranceMinutes: z.nullable(z.int().check(z.nonnegative())),
})
export type PoweredDevice = z.infer<typeof PoweredDevice>
