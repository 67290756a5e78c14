import { type LocalDate, LocalTime } from '../time/instant.ts'
import { plusDays, weekdayOf } from '../time/local-day.ts'
import { minuteOfDay, minutesUntilTime } from '../time/next-time-of-day.ts'
import { Weekday } from '../time/weekday.ts'
import { ShiftPart, type WorkList } from './work-list.ts'

export type Shift = { weekday: Weekday; part: ShiftPart }

/** The time at which each part begins; the night lasts until the day begins. */
export type ShiftHours = Record<ShiftPart, LocalTime>

/** When a home care shift usually begins. */
export const usualShiftHours: ShiftHours = {
  day: LocalTime.parse('07:00'),
  evening: LocalTime.parse('15:00'),
  night: LocalTime.parse('22:30'),
}

/** Returns the shift at a moment. After midnight, the night shift is still that of the day before. */
export function shiftAt({ on, at }: { on: LocalDate; at: LocalTime }, hours: ShiftHours): Shift {
  const now = minuteOfDay(at)
  if (now < minuteOfDay(hours.day)) return { weekday: weekdayOf(plusDays(on, -1)), part: 'night' }
  if (now < minuteOfDay(hours.evening)) return { weekday: weekdayOf(on), part: 'day' }
  if (now < minuteOfDay(hours.night)) return { weekday: weekdayOf(on), part: 'evening' }
  return { weekday: weekdayOf(on), part: 'night' }
}

const beforeChange = 60
const afterChange = 30

/** Whether one shift ends and another begins about now: from an hour before to half an hour after. */
export function isShiftChange(at: LocalTime, hours: ShiftHours): boolean {
  return Object.values(hours).some(
    (change) =>
      minutesUntilTime(change, at) <= beforeChange || minutesUntilTime(at, change) <= afterChange,
  )
}

export type FittingWorkList = {
  workList: WorkList
  /** `template`: made for another shift; the screen says which («Mandagens kveldsliste brukt som mal»). */
  fit: 'exact' | 'template'
}

/**
 * Returns the work list for a shift, or the nearest pattern when there is none.
 *
 * The same part of the day weighs most, then weekday against weekend, then nearness in the week: a
 * Wednesday evening is more like Monday's evening than like Wednesday's morning.
 */
export function findFittingWorkList(
  workLists: readonly WorkList[],
  shift: Shift,
): FittingWorkList | null {
  return findFittingWorkLists(workLists, shift)[0] ?? null
}

/** The same of each zone that has one as near, for who chooses among several. */
export function findFittingWorkLists(
  workLists: readonly WorkList[],
  shift: Shift,
): FittingWorkList[] {
  const nearest = Math.min(...workLists.map((list) => distance(list, shift)))
  const found = workLists.filter((list) => distance(list, shift) === nearest)
  // Two patterns of one zone may be as near, as those of the days before and after.
  const isOfSamePattern = ({ zone, weekday, part }: WorkList) => {
    const first = found.find((list) => list.zone === zone)
    return first?.weekday === weekday && first.part === part
  }
  return found
    .filter(isOfSamePattern)
    .map((workList) => ({ workList, fit: nearest === 0 ? 'exact' : 'template' }))
}

function distance(workList: Shift, shift: Shift): number {
  const parts = Math.abs(partOrder(workList.part) - partOrder(shift.part))
  const kinds = isWeekend(workList.weekday) === isWeekend(shift.weekday) ? 0 : 1
  const days = Math.abs(
    Weekday.options.indexOf(workList.weekday) - Weekday.options.indexOf(shift.weekday),
  )
  return parts * 100 + kinds * 10 + days
}

function partOrder(part: ShiftPart): number {
  return ShiftPart.options.indexOf(part)
}

function isWeekend(weekday: Weekday): boolean {
  return weekday === 'saturday' || weekday === 'sunday'
}
