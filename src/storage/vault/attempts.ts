import type { EmployeeId } from '#domain/base/ids.ts'
import {
  type Instant,
  instantFromMilliseconds,
  millisecondsFromInstant,
} from '#domain/time/instant.ts'
import type { AttemptsRow, OutboxDatabase } from '../databases/outbox-database.ts'

export const maxTries = 10
/** For all employees together, each counted since her last right code. */
export const maxTriesOnDevice = 30

/** Seconds to wait, by number of wrong codes. The first two cost no wait: typing errors are common. */
const waits = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600]

export type Attempt =
  | { kind: 'tooSoon'; nextTryAt: Instant }
  /** No try is left: the app ended after the last one, before the keys were destroyed. */
  | { kind: 'usedUp' }
  | { kind: 'taken'; triesLeft: number; triesLeftOnDevice: number; nextTryAt: Instant | null }

/**
 * Takes one of the employee's tries and stores that before anything is derived from the code, so
 * that nobody gets a try back by killing the app.
 */
export function takeAttempt(
  database: OutboxDatabase,
  employeeId: EmployeeId,
  now: Instant,
): Promise<Attempt> {
  return database.transaction('rw', database.attempts, async () => {
    const row = await database.attempts.get(employeeId)
    const failures = row?.failures ?? 0
    if (failures >= maxTries) return { kind: 'usedUp' }
    const wait = waitUntil(row ?? null, now)
    if (wait !== null) {
      // Stored again, so that a clock that was set back does not lock anybody out for years.
      await database.attempts.put({ id: employeeId, v: 1, failures, nextTryAt: wait })
      return { kind: 'tooSoon', nextTryAt: wait }
    }
    const nextTryAt = plusSeconds(now, waits[failures + 1] ?? 0)
    await database.attempts.put({ id: employeeId, v: 1, failures: failures + 1, nextTryAt })
    const all = (await database.attempts.toArray()).reduce((sum, row) => sum + row.failures, 0)
    return {
      kind: 'taken',
      triesLeft: maxTries - failures - 1,
      triesLeftOnDevice: Math.max(0, maxTriesOnDevice - all),
      nextTryAt: nextTryAt > now ? nextTryAt : null,
    }
  })
}

/** When a code may be tried again, at most one full wait from `now`; null when it may be tried at once. */
export function waitUntil(row: AttemptsRow | null, now: Instant): Instant | null {
  if (row === null || row.nextTryAt === null || row.nextTryAt <= now) return null
  const longest = plusSeconds(now, waits[row.failures] ?? 0)
  return row.nextTryAt < longest ? row.nextTryAt : longest
}

function plusSeconds(instant: Instant, seconds: number): Instant {
  return instantFromMilliseconds(millisecondsFromInstant(instant) + seconds * 1000)
}
