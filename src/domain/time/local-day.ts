import { Instant, LocalDate, localClock, type LocalTime, plusMinutes } from './instant.ts'
import { Weekday } from './weekday.ts'

const weekdays = Weekday.options

/** Days since 1 January 1970 in the calendar; the difference of two is the days between them. */
export function dayNumber(on: LocalDate): number {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
  // The year starts in March here, so that the leap day is its last.
  const shifted = month > 2 ? year : year - 1
  const monthFromMarch = (month + 9) % 12
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return shifted * 365 + leapDays + dayOfYear - 719_468
}

export function weekdayOf(on: LocalDate): Weekday {
  // 1 January 1970 was a Thursday, the fourth from Monday.
  return weekdays[(((dayNumber(on) + 3) % 7) + 7) % 7] ?? 'monday'
}

/** The day a number of days later; earlier for a negative number. */
export function plusDays(on: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(on) + days)
}

function dateOfDayNumber(days: number): LocalDate {
  const fromMarch0 = days + 719_468
  const era = Math.floor(fromMarch0 / 146_097)
  const dayOfEra = fromMarch0 - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return LocalDate.parse(
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  )
}

/** ISO 8601: the week that holds the year's first Thursday is week 1. */
export function weekNumber(on: LocalDate): number {
  const monday = dayNumber(on) - weekdays.indexOf(weekdayOf(on))
  const thursdayYear = dateOfDayNumber(monday + 3).slice(0, 4)
  return Math.floor((monday + 3 - dayNumber(LocalDate.parse(`${thursdayYear}-01-01`))) / 7) + 1
}

/** Whether the date exists: 31 February has the form of a date, but does not. */
export function isInCalendar(on: LocalDate): boolean {
  return dateOfDayNumber(dayNumber(on)) === on
}

/**
 * When a wall clock in Norway shows that time on that day; the later moment in the hour that October has
 * twice, null in the hour that March lacks.
 */
export function instantAt(on: LocalDate, at: LocalTime): Instant | null {
  if (!isInCalendar(on)) return null
  const inUtc = Instant.parse(`${on}T${at}:00.000Z`)
  // Norway is one or two hours ahead of UTC.
  const found = [-60, -120]
    .map((minutes) => plusMinutes(inUtc, minutes))
    .find((moment) => {
      const clock = localClock(moment)
      return clock.on === on && clock.at === at
    })
  return found ?? null
}
