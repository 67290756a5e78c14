import type { AccountRefusal } from '#domain/accounts/judge-account.ts'
import { periodOfDays, type StandInDays, type StandInPeriod } from '#domain/accounts/stand-in.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { Instant } from '#domain/time/instant.ts'

/** The period of typed days, or what is wrong with them. */
export function readDays(days: StandInDays, now: Instant): Result<StandInPeriod, AccountRefusal> {
  const period = periodOfDays(days, now)
  switch (period) {
    case 'unreadable':
      return refused({ kind: 'unreadableDays' })
    case 'reversed':
      return refused({ kind: 'reversedDays' })
    case 'past':
      return refused({ kind: 'pastDays' })
  }
  return accepted(period)
}
