import * as z from 'zod/mini'

/** A moment in UTC with milliseconds, as `2026-11-23T05:12:00.000Z`; sorts as text. */
export const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/))
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** A day in the municipality's own calendar, as `2026-11-23`. */
export const LocalDate = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
  .brand<'LocalDate'>()
export type LocalDate = z.infer<typeof LocalDate>

/** A time of day in the municipality's own time zone, as `17:00`. */
export const LocalTime = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
  .brand<'LocalTime'>()
export type LocalTime = z.infer<typeof LocalTime>

export function instantFromMilliseconds(milliseconds: number): Instant {
  return Instant.parse(new Date(milliseconds).toISOString())
}

export function millisecondsFromInstant(instant: Instant): number {
  return Date.parse(instant)
}

/** The milliseconds of a date and time with any offset, as other systems write them; null when it is none. */
export function findMilliseconds(text: string): number | null {
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? null : milliseconds
}

export function plusMinutes(instant: Instant, minutes: number): Instant {
  return instantFromMilliseconds(millisecondsFromInstant(instant) + minutes * 60_000)
}

export function startOfMinute(instant: Instant): Instant {
  return Instant.parse(`${instant.slice(0, -'00.000Z'.length)}00.000Z`)
}

/** Minutes from `from` to `to`; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (millisecondsFromInstant(to) - millisecondsFromInstant(from)) / 60_000
}

/** The day and time of day that a wall clock in Norway shows at `instant`. */
export function localClock(instant: Instant): { on: LocalDate; at: LocalTime } {
  const parts = Object.fromEntries(
    norwegianClock.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  )
  return {
    on: LocalDate.parse(`${parts['year']}-${parts['month']}-${parts['day']}`),
    at: LocalTime.parse(`${parts['hour']}:${parts['minute']}`),
  }
}

const norwegianClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
