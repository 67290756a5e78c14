import * as z from 'zod/mini'
import { AlarmLine } from './alarm-line.ts'
import { DeviceKindId } from './device-kind.ts'
import { LocalDate } from '../time/instant.ts'

export const PoweredDevice = z.object({
  /** Unique within its patient. */
  id: z.string(),
  /** Null for a device of which the municipality's table has no kind: it counts as P1 until somebody has asked. */
  kind: z.nullable(DeviceKindId),
  /** What the list or whoever mapped it calls it, as «O2-konsentrator 3 l/min». */
  listedAs: z.string(),
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
  /** Of an alarm whose line a list or whoever mapped it has told; absent for every other device. */
  line: z.optional(AlarmLine),
})
export type PoweredDevice = z.infer<typeof PoweredDevice>
