import { type Instant, type LocalDate, localClock, type LocalTime } from '#domain/time/instant.ts'
import { dayNumber, weekdayOf } from '#domain/time/local-day.ts'
import { minuteOfDay } from '#domain/time/next-time-of-day.ts'
import { weekdayText } from './shift.ts'

const months = [
  'jan.',
  'feb.',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'aug.',
  'sep.',
  'okt.',
  'nov.',
  'des.',
]

/** `16:48` today, `i går 20:15`, `i morgen 02:41`, else `12.10. 08:30`, with the year only when it is not this year. */
export function momentWords(moment: Instant, now: Instant): string {
  const { on, at } = localClock(moment)
  const today = localClock(now).on
  const daysAgo = dayNumber(today) - dayNumber(on)
  if (daysAgo === 0) return at
  if (daysAgo === 1) return `i går ${at}`
  if (daysAgo === -1) return `i morgen ${at}`
  return `${dateWords(on, today)} ${at}`
}

/** The same as `momentWords`, but with `i dag` before a time of today. */
export function dayAndMomentWords(moment: Instant, now: Instant): string {
  const words = momentWords(moment, now)
  return words === localClock(moment).at ? `i dag ${words}` : words
}

/** `16:48:12`, for where seconds matter. */
export function clockWithSeconds(moment: Instant): string {
  // Norway's offset from UTC is whole hours, so the seconds are the same.
  return `${localClock(moment).at}:${moment.slice(17, 19)}`
}

/** `23.11.2026 kl. 16:35`: for notes and paper, which are read on other days. */
export function fullMoment(moment: Instant): string {
  const { on, at } = localClock(moment)
  return `${fullDate(on)} kl. ${at}`
}

/** `12.10.`, with the year only when it is not this year. */
export function dateWords(date: LocalDate, today: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day}.${month}.${date.slice(0, 4) === today.slice(0, 4) ? '' : year}`
}

/** `14.03.1941`, as dates of birth are written. */
export function fullDate(date: LocalDate): string {
  return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
}

/** `mandag 23. nov.` */
export function dayWords(date: LocalDate): string {
  const [, month = 1, day] = date.split('-').map(Number)
  return `${weekdayText[weekdayOf(date)].toLowerCase()} ${day}. ${months[month - 1]}`
}

/** `59 min`, `1 t 30`, `2 t 05`, `4 t`; from 48 hours on `2 dager`. */
export function durationWords(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  if (whole < 60) return `${whole} min`
  const hours = Math.floor(whole / 60)
  if (hours >= 48) return daysOldWords(Math.floor(hours / 24))
  const rest = whole % 60
  return rest === 0 ? `${hours} t` : `${hours} t ${String(rest).padStart(2, '0')}`
}

/** `om 22 min`, or null for the past. */
export function distanceWords(at: LocalTime, now: LocalTime): string | null {
  const minutes = minuteOfDay(at) - minuteOfDay(now)
  return minutes < 0 ? null : `om ${durationWords(minutes)}`
}

/** An age in whole days: `i dag`, `1 dag`, `8 dager`. */
export function daysOldWords(days: number): string {
  if (days === 0) return 'i dag'
  return days === 1 ? '1 dag' : `${days} dager`
}

/** `85 år`: an age in years. */
export function ageWords(bornOn: LocalDate, today: LocalDate): string {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return `${today.slice(5) < bornOn.slice(5) ? years - 1 : years} år`
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
