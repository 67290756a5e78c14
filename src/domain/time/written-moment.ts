import { type Instant, LocalDate, localClock, LocalTime, minutesBetween } from './instant.ts'
import { instantAt, isInCalendar, plusDays } from './local-day.ts'

const halfDayMinutes = 12 * 60

/**
 * Reads a moment as people write it: «16:35», «1635», «i går 20.15», «i morgen 8:00», «23.11. 16:35»,
 * «23.11.2026 kl. 16:35». A time alone is today's, or yesterday's when today's is more than half a day
 * ahead: the night shift writes «23:50» at ten past midnight. Null for what cannot be read with certainty.
 */
export function parseWrittenMoment(text: string, now: Instant): Instant | null {
  const match = /^(?<day>.*?)\s*(?:kl\.?\s*)?(?<hour>\d{1,2})[:.]?(?<minute>\d{2})$/.exec(
    text.trim().toLowerCase(),
  )
  if (match?.groups === undefined) return null
  const { day = '', hour = '', minute = '' } = match.groups
  const on = parseDay(day.trim(), now)
  const at = LocalTime.safeParse(`${hour.padStart(2, '0')}:${minute}`)
  if (on === null || !at.success) return null
  const moment = instantAt(on, at.data)
  const isLastNight = day === '' && moment !== null && minutesBetween(now, moment) > halfDayMinutes
  return isLastNight ? instantAt(plusDays(on, -1), at.data) : moment
}

/** Reads `23.11.2026`, `23.11.26` and `23.11.`, the last in the year of `now`. */
export function parseWrittenDate(text: string, now: Instant): LocalDate | null {
  const match = /^(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4}|\d{2})?$/.exec(text.trim())
  if (match === null) return null
  const [, day = '', month = '', year = localClock(now).on.slice(0, 4)] = match
  const whole = year.length === 2 ? `20${year}` : year
  const date = LocalDate.safeParse(`${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date.success && isInCalendar(date.data) ? date.data : null
}

/** Reads `16:35`, `16.35` and `1635`. */
export function parseWrittenTime(text: string): LocalTime | null {
  const match = /^(\d{1,2})[:.]?(\d{2})$/.exec(text.trim())
  const time = LocalTime.safeParse(`${match?.[1]?.padStart(2, '0')}:${match?.[2]}`)
  return time.success ? time.data : null
}

function parseDay(day: string, now: Instant): LocalDate | null {
  switch (day) {
    case '':
    case 'i dag':
      return localClock(now).on
    // Days, not hours: two days of the year have 23 and 25.
    case 'i går':
      return plusDays(localClock(now).on, -1)
    case 'i morgen':
      return plusDays(localClock(now).on, 1)
  }
  return parseWrittenDate(day, now)
}
