import type { EmployeeId } from '#domain/base/ids.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { LockNewsChannel } from '#domain/vault/lock-news.ts'
import type { UnlockRefusal } from '#domain/vault/unlocking.ts'
import type { WrapLimits } from '../crypto/wrap.ts'
import type { CacheDatabase } from '../databases/cache-database.ts'
import { lockCount } from '../databases/lock-rows.ts'
import {
  type EmployeeRow,
  type OutboxDatabase,
  raiseOutboxVersion,
} from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { effectiveTime } from '../outbox/effective-clock.ts'
import type { TrustParts } from '../trust/trust-parts.ts'
import { openPins } from '../trust/stored-pins.ts'
import type { OpenEmployee, UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import { closeAttempt, takeAttempt } from './attempts.ts'
import { isErased, openEmployee, readEnvelope } from './employee.ts'
import { eraseKeys } from './erase-keys.ts'
import { rememberCode } from './unlock-memory.ts'

export type CodeServices = {
  outbox: Supervisor<OutboxDatabase>
  cache: Supervisor<CacheDatabase>
  unlocked: UnlockedEmployee
  clock: DeviceClock
  /** What a stored wrap may ask for. */
  wrapLimits: WrapLimits
  unwrap: TrustParts['unwrap']
  /** Tells the other tabs that keys are destroyed. */
  news: Pick<LockNewsChannel, 'tell'>
}

/** Opens an employee's keys with her code, at the cost of a try. It unlocks nobody. */
export async function tryCode(
  employeeId: EmployeeId,
  code: string,
  services: CodeServices,
): Promise<Result<{ row: EmployeeRow; employee: OpenEmployee }, UnlockRefusal>> {
  const { outbox, clock } = services
  const { row, pins, count, time } = await outbox.run((database) =>
    readRow(database, employeeId, clock),
  )
  if (row === undefined) return refused({ kind: 'notEnrolled' })
  if (isErased(row)) return refused({ kind: 'erased' })
  // Before a try is taken: what somebody else has written into the profile is not her wrong code.
  const envelope = readEnvelope(row, services.wrapLimits)
  if (typeof envelope === 'string') return refused({ kind: envelope })
  const onDevice = (at: Instant | null) => (at === null ? null : time.onDevice(at))
  const attempt = await outbox.run((database) => takeAttempt(database, employeeId, time.now))
  if (attempt.kind === 'tooSoon') {
    return refused({ kind: 'tooSoon', nextTryAt: time.onDevice(attempt.nextTryAt) })
  }
  if (attempt.kind === 'usedUp') return erase([employeeId], services)

  const opened = await openEmployee(envelope, code, services.unwrap)
  if (opened === 'wrongCode') {
    await outbox.run((database) => closeAttempt(database, employeeId, attempt.open))
    const { triesLeft, triesLeftOnDevice, nextTryAt } = attempt
    if (triesLeftOnDevice === 0) return erase(await listAll(outbox), services)
    if (triesLeft === 0) return erase([employeeId], services)
    // Only for a wrong code: screens need not redraw the tries left while a right code is opening.
    await outbox.run((database) =>
      database.transaction('rw', database.settings, () => raiseOutboxVersion(database)),
    )
    return refused({ kind: 'wrongCode', triesLeft, nextTryAt: onDevice(nextTryAt) })
  }
  const isUsable = opened !== 'unusable'
  const [openedPins] = await Promise.all([
    isUsable ? openPins(opened, pins) : null,
    outbox.run((database) =>
      database.transaction('rw', database.attempts, database.settings, async () => {
        await database.attempts.delete(employeeId)
        await rememberCode(database, employeeId, code)
      }),
    ),
  ])
  if (!isUsable || openedPins === null) return refused({ kind: 'keysNotKept' })
  return accepted({ row, employee: { ...opened, pins: openedPins, lockCount: count } })
}

/**
 * The count of locks is read before the code is tried: a lock that comes meanwhile holds. Tries are counted by what the
 * last contact showed of the clock: one that is years ahead makes nobody wait for years.
 */
function readRow(database: OutboxDatabase, employeeId: EmployeeId, clock: DeviceClock) {
  const { employees, pins, settings } = database
  return database.transaction('r', [employees, pins, settings], async () => ({
    row: await employees.get(employeeId),
    pins: await pins.get(employeeId),
    count: await lockCount(database, employeeId),
    time: await effectiveTime(database, clock),
  }))
}

function listAll(outbox: Supervisor<OutboxDatabase>): Promise<EmployeeId[]> {
  return outbox.run((database) => database.employees.toCollection().primaryKeys())
}

async function erase(
  employeeIds: readonly EmployeeId[],
  services: CodeServices,
): Promise<Result<never, UnlockRefusal>> {
  const openId = services.unlocked.find()?.employeeId
  if (openId !== undefined && employeeIds.includes(openId)) services.unlocked.end()
  await eraseKeys(employeeIds, new Map(), services)
  return refused({ kind: 'erased' })
}
