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

/** So many tries that ended unknown are given back: enough for a phone that restarts, and no way around the ten. */
export const maxInterrupted = 10

/** Seconds to wait, by number of wrong codes. The first two cost no wait: typing errors are common. */
const waits = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600]

export type Attempt =
  | { kind: 'tooSoon'; nextTryAt: Instant }
  /** No try is left: the app ended after the last one, before the keys were destroyed. */
  | { kind: 'usedUp' }
  | {
      kind: 'taken'
      open: number
      triesLeft: number
      triesLeftOnDevice: number
      nextTryAt: Instant | null
    }

/**
 * Takes one of the employee's tries and stores that before anything is derived from the code. Killing the app gives
 * it back only before its answer, and not for ever.
 */
export function takeAttempt(
  database: OutboxDatabase,
  employeeId: EmployeeId,
  now: Instant,
): Promise<Attempt> {
  return database.transaction('rw', database.attempts, async () => {
    const row = await database.attempts.get(employeeId)
    const { failures, nextTryAt: notBefore, interrupted } = knownAttempts(row ?? null)
    if (failures >= maxTries) return { kind: 'usedUp' }
    const wait = waitUntil({ failures, nextTryAt: notBefore }, now)
    if (wait !== null) {
      // Stored again, so that a clock that was set back does not lock anybody out for years.
      await database.attempts.put({
        id: employeeId,
        v: 1,
        failures,
        nextTryAt: wait,
        interrupted,
      })
      return { kind: 'tooSoon', nextTryAt: wait }
    }
    const nextTryAt = plusSeconds(now, waits[failures + 1] ?? 0)
    const open = (row?.open ?? 0) + 1
    await database.attempts.put({
      id: employeeId,
      v: 1,
      failures: failures + 1,
      nextTryAt,
      open,
      interrupted,
    })
    const all = (await database.attempts.toArray()).reduce((sum, row) => sum + row.failures, 0)
    return {
      kind: 'taken',
      open,
      triesLeft: maxTries - failures - 1,
      triesLeftOnDevice: Math.max(0, maxTriesOnDevice - all),
      nextTryAt: nextTryAt > now ? nextTryAt : null,
    }
  })
}

/**
 * Notes that a try was wrong, before anybody is told. One that another tab has given back meanwhile, taking it for
 * interrupted, counts again.
 */
export function closeAttempt(
  database: OutboxDatabase,
  employeeId: EmployeeId,
  open: number,
): Promise<void> {
  return database.transaction('rw', database.attempts, async () => {
    const row = await database.attempts.get(employeeId)
    if (row === undefined) return
    const { open: stored, ...closed } = row
    await database.attempts.put(stored === open ? closed : { ...row, failures: row.failures + 1 })
  })
}

/**
 * The tries as they are known: one that was never answered is no wrong code. Whoever reloads the app before the answer
 * has learnt nothing about the code by it.
 */
export function knownAttempts(row: AttemptsRow | null): {
  failures: number
  nextTryAt: Instant | null
  interrupted: number
} {
  if (row === null) return { failures: 0, nextTryAt: null, interrupted: 0 }
  const { failures, nextTryAt, open, interrupted = 0 } = row
  return open === undefined || interrupted >= maxInterrupted
    ? { failures, nextTryAt, interrupted }
    : { failures: failures - 1, nextTryAt: null, interrupted: interrupted + 1 }
}

/** When a code may be tried again, at most one full wait from `now`; null when it may be tried at once. */
export function waitUntil(
  row: Pick<AttemptsRow, 'failures' | 'nextTryAt'>,
  now: Instant,
): Instant | null {
  if (row.nextTryAt === null || row.nextTryAt <= now) return null
  const longest = plusSeconds(now, waits[row.failures] ?? 0)
  return row.nextTryAt < longest ? row.nextTryAt : longest
}

function plusSeconds(instant: Instant, seconds: number): Instant {
  return instantFromMilliseconds(millisecondsFromInstant(instant) + seconds * 1000)
}
