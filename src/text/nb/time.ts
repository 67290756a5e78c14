import {
  type Instant,
  type LocalDate,
  type LocalTime,
  localClock,
  plusMinutes,
} from '#domain/instant.ts'

const months = ['jan.', 'feb.', 'mars', 'april', 'mai', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'des.']

/** `16:48` today, `i går 20:15`, else `12.10. 08:30`, with the year only when it is another. */
export function momentWords(moment: Instant, now: Instant): string {
  const { on, at } = localClock(moment)
  const today = localClock(now).on
  if (on === today) return at
  if (on === localClock(plusMinutes(now, -24 * 60)).on) return `i går ${at}`
  return `${dateWords(on, today)} ${at}`
}

/** As `momentWords`, with the day said also when it is today. */
export function dayAndMomentWords(moment: Instant, now: Instant): string {
  const words = momentWords(moment, now)
  return words === localClock(moment).at ? `i dag ${words}` : words
}

/** `12.10.`, with the year only when it is another than today's. */
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
  const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag']
  const day = new Date(`${date}T12:00:00Z`)
  return `${weekdays[day.getUTCDay()]} ${day.getUTCDate()}. ${months[day.getUTCMonth()]}`
}

/** `59 min`, `1 t 30`, `4 t`. */
export function durationWords(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  if (whole < 60) return `${whole} min`
  return whole % 60 === 0 ? `${whole / 60} t` : `${Math.floor(whole / 60)} t ${whole % 60}`
}

/** `om 22 min`, or null for what is past. */
export function distanceWords(at: LocalTime, now: LocalTime): string | null {
  const minutes = minutesOfDay(at) - minutesOfDay(now)
  return minutes < 0 ? null : `om ${durationWords(minutes)}`
}

export function minutesOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
