import type { UnclearEmployee } from '#domain/accounts/listed-employee.ts'
import { periodOfDays, type StandInDays, type StandInPeriod } from '#domain/accounts/stand-in.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { type Instant, LocalDate, localClock } from '#domain/time/instant.ts'
import { isInCalendar } from '#domain/time/local-day.ts'
import { parseWrittenDate } from '#domain/time/written-moment.ts'
import type { EmployeeRow } from './employee-row.ts'

export type ListedStandIn = { days: StandInDays; period: StandInPeriod }

/**
 * The days of a row's stand-in; null for one who stays, whose first day is long ago in most lists. A row without a first day
 * begins today.
 */
export function readStandIn(
  { cells }: EmployeeRow,
  now: Instant,
): Result<ListedStandIn | null, UnclearEmployee> {
  const { validFrom, validTo } = cells
  if (validFrom === '' && validTo === '') return accepted(null)
  const today = localClock(now).on
  const from = validFrom === '' ? today : readDate(validFrom, now)
  if (validTo === '' && from !== null) {
    return from <= today ? accepted(null) : refused({ kind: 'standInWithoutEnd' })
  }
  const to = readDate(validTo, now)
  if (from === null || to === null) return refused({ kind: 'unreadableDays' })
  const period = periodOfDays({ from, to }, now)
  switch (period) {
    case 'unreadable':
      return refused({ kind: 'unreadableDays' })
    case 'reversed':
      return refused({ kind: 'reversedDays' })
    case 'past':
      return refused({ kind: 'pastDays' })
  }
  return accepted({ days: { from, to }, period })
}

/** As people write it, or as a computer does: `14.12.2026`, `2026-12-14`. */
function readDate(text: string, now: Instant): LocalDate | null {
  const date = LocalDate.safeParse(text)
  if (date.success) return isInCalendar(date.data) ? date.data : null
  return parseWrittenDate(text, now)
}
