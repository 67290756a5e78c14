import * as z from 'zod/mini'
import { PatientId, ZoneId } from '../base/ids.ts'
import { Instant, LocalTime } from '../time/instant.ts'
import { Weekday } from '../time/weekday.ts'

export const ShiftPart = z.enum(['day', 'evening', 'night'])
export type ShiftPart = z.infer<typeof ShiftPart>

export const Visit = z.object({
  id: z.string(),
  startsAt: LocalTime,
  minutes: z.nullable(z.int()),
  patientId: PatientId,
  /** As «Kveldsstell», «Insulin». */
  tasks: z.array(z.string()),
  medicationAt: z.nullable(LocalTime),
  staff: z.int().check(z.positive()),
  /** Null when the visit cannot be postponed. */
  postponableUntil: z.nullable(LocalTime),
  route: z.nullable(z.string()),
  remark: z.nullable(z.string()),
})
export type Visit = z.infer<typeof Visit>

/** One shift's visits: class `worklists` (`workList@1`). */
export const WorkList = z.object({
  id: z.string(),
  zone: ZoneId,
  weekday: Weekday,
  part: ShiftPart,
  visits: z.array(Visit),
  asOf: Instant,
})
export type WorkList = z.infer<typeof WorkList>
