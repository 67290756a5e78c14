import { LocalTime } from '#domain/time/instant.ts'
import type { ShiftHours } from '#domain/lists/shift.ts'

/** When a home care shift usually begins. */
export const shiftHours: ShiftHours = {
  day: LocalTime.parse('07:00'),
  evening: LocalTime.parse('15:00'),
  night: LocalTime.parse('22:30'),
}
