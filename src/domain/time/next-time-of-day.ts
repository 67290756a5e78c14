import type { LocalTime } from './instant.ts'

const minutesInDay = 24 * 60

/** The first of the times at or after `from`, if necessary on the next day; null when there are none. */
export function nextTimeOfDay(times: readonly LocalTime[], from: LocalTime): LocalTime | null {
  return (
    times.toSorted((a, b) => minutesUntilTime(a, from) - minutesUntilTime(b, from)).at(0) ?? null
  )
}

/** Minutes from `from` until the clock next shows `at`: 0 to 1439. */
export function minutesUntilTime(at: LocalTime, from: LocalTime): number {
  return (minuteOfDay(at) - minuteOfDay(from) + minutesInDay) % minutesInDay
}

/** Minutes since midnight. */
export function minuteOfDay(at: LocalTime): number {
  return Number(at.slice(0, 2)) * 60 + Number(at.slice(3))
}
