import * as z from 'zod/mini'
import { ZoneId } from '../base/ids.ts'
import { Instant, LocalDate, localClock, LocalTime, plusMinutes } from '../time/instant.ts'
import { instantAt, isInCalendar, plusDays } from '../time/local-day.ts'

/** Days in Norway, the first and the last included, as they are typed. */
export const StandInDays = z.object({ from: LocalDate, to: LocalDate })
export type StandInDays = z.infer<typeof StandInDays>

/** The time of a stand-in: `to` is the first moment after it. */
export const StandInPeriod = z.object({ from: Instant, to: Instant })
export type StandInPeriod = z.infer<typeof StandInPeriod>

/** A zone that an account has for a time, beside those that it has for good. */
export const LentZone = z.object({ zone: ZoneId, from: Instant, to: Instant })
export type LentZone = z.infer<typeof LentZone>

/** From the first minute of the first day through the last minute of the last one. */
export function periodOfDays(
  { from, to }: StandInDays,
  now: Instant,
): StandInPeriod | 'unreadable' | 'reversed' | 'past' {
  const midnight = LocalTime.parse('00:00')
  const begin = instantAt(from, midnight)
  const end = isInCalendar(to) ? instantAt(plusDays(to, 1), midnight) : null
  if (begin === null || end === null) return 'unreadable'
  if (end <= now) return 'past'
  return begin < end ? { from: begin, to: end } : 'reversed'
}

/** The days of a period, for its fields; one that was ended in the middle of a day counts that day. */
export function daysOfPeriod({ from, to }: StandInPeriod): StandInDays {
  return { from: localClock(from).on, to: localClock(plusMinutes(to, -1)).on }
}

/** On which side of its time an account is, and the day of that side: its first one, or its last. */
export type OutsideTime = { side: 'notBegun' | 'ended'; on: LocalDate }

/** Why an account may not be used now; null when it may, as one that is no stand-in's (null). */
export function outsideTime(period: StandInPeriod | null, now: Instant): OutsideTime | null {
  if (period === null) return null
  const days = daysOfPeriod(period)
  if (now < period.from) return { side: 'notBegun', on: days.from }
  return now < period.to ? null : { side: 'ended', on: days.to }
}

/** Whether an account was closed by the end of its time alone, so that more days open it again. */
export function isClosedByTime(
  closedAt: Instant | null,
  period: StandInPeriod | null | undefined,
): boolean {
  return closedAt !== null && period?.to === closedAt
}

/** The period of a row, whose columns are filled together. */
export function periodIn(row: {
  validFrom: Instant | null
  validTo: Instant | null
}): StandInPeriod | null {
  const { validFrom, validTo } = row
  return validFrom === null || validTo === null ? null : { from: validFrom, to: validTo }
}
