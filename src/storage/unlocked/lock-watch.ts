import { lockCount, raiseLockCounts } from '../databases/lock-rows.ts'
import { type OutboxDatabase, raiseOutboxVersion } from '../databases/outbox-database.ts'
import { StorageFailedError, type Supervisor } from '../databases/supervisor.ts'
import type { UnlockedEmployee } from './unlocked-employee.ts'

export type LockWatch = ReturnType<typeof lockWatch>

/**
 * Drops the keys when another tab has locked the employee, also when this tab slept and was told
 * nothing. It is asked before anything of hers is answered.
 */
export function lockWatch({
  outbox,
  unlocked,
}: {
  outbox: Supervisor<OutboxDatabase>
  unlocked: UnlockedEmployee
}) {
  const listeners = new Set<() => void>()
  let asking: Promise<void> | null = null

  async function ask(): Promise<void> {
    const employee = unlocked.find()
    // A disk that does not answer takes nobody's lists away; the screens say that storage fails.
    if (employee === null || outbox.health() === 'failing') return
    const { employeeId } = employee
    const count = await unlessStorageFails(outbox.run((rows) => lockCount(rows, employeeId)))
    if (count === null || count === employee.lockCount || unlocked.find() !== employee) return
    unlocked.end()
    for (const listener of listeners) listener()
  }

  return {
    /** Calls that come together share one read. */
    check(): Promise<void> {
      if (unlocked.find() === null) return Promise.resolve()
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },

    /** Reports that the keys were dropped, because another tab has locked. */
    onLockedElsewhere(listener: () => void): void {
      listeners.add(listener)
    },

    /** Locks every tab. A tab that was locked already, and wakes late, has nothing to tell the others. */
    async lockEveryTab(): Promise<void> {
      const employee = unlocked.find()
      unlocked.end()
      if (employee === null) return
      const { employeeId, lockCount: unlockedAt } = employee
      const raise = (database: OutboxDatabase) =>
        database.transaction('rw', database.settings, async () => {
          if ((await lockCount(database, employeeId)) !== unlockedAt) return
          await raiseLockCounts(database, [employeeId])
          await raiseOutboxVersion(database)
        })
      await unlessStorageFails(outbox.run(raise))
    },
  }
}

/** Null when the disk does not answer: locking this tab must not depend on it. */
async function unlessStorageFails<Value>(work: Promise<Value>): Promise<Value | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StorageFailedError) return null
    throw error
  }
}

/** The same calls, each of which first asks whether another tab has locked. */
export function watched<Calls extends object>(
  calls: Calls,
  watch: Pick<LockWatch, 'check'>,
): Calls {
  return new Proxy(calls, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name)
      if (typeof call !== 'function') return call
      return async (...given: unknown[]): Promise<unknown> => {
        await watch.check()
        return Reflect.apply(call, target, given)
      }
    },
  })
}
