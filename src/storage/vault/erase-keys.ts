import type { EmployeeId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ClosedEmployee } from '#domain/vault/closed-employee.ts'
import type { LockNewsChannel } from '#domain/vault/lock-news.ts'
import type { CacheDatabase } from '../databases/cache-database.ts'
import { raiseLockCounts } from '../databases/lock-rows.ts'
import { type OutboxDatabase, raiseOutboxVersion } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { LockWatch } from '../unlocked/lock-watch.ts'
import { isErased } from './employee.ts'

type EraseServices = {
  outbox: Supervisor<OutboxDatabase>
  cache: Supervisor<CacheDatabase>
  /** Tells the other tabs that keys are destroyed. */
  news: Pick<LockNewsChannel, 'tell'>
}

/**
 * Destroys what opens the employees' keys: no code opens anything sealed under them again. Entries
 * and the device's signing key stay, so that what was signed is still sent.
 *
 * `closedAt`: since when each has had no access; an employee who is not in it has used up her tries.
 */
export async function eraseKeys(
  employeeIds: readonly EmployeeId[],
  closedAt: ReadonlyMap<EmployeeId, Instant>,
  { outbox, cache, news }: EraseServices,
): Promise<void> {
  await outbox.run((database) =>
    database.transaction('rw', database.employees, database.settings, async () => {
      for (const id of employeeIds) {
        await database.employees.update(id, { deviceSecret: null, wraps: [] })
      }
      await rememberClosed(database, employeeIds, closedAt)
      await raiseLockCounts(database, employeeIds)
      await raiseOutboxVersion(database)
    }),
  )
  news.tell({ kind: 'erased', employeeIds: [...employeeIds] })
  await cache.run((database) => database.streamKeys.where('employeeId').anyOf(employeeIds).delete())
}

/** Erases the keys of those whom the server says to be closed, where they have any here. It needs no code: it works locked. */
export async function eraseClosed(
  closed: readonly ClosedEmployee[],
  services: EraseServices & { watch: LockWatch },
): Promise<void> {
  const closedAt = new Map(closed.map(({ employee, at }) => [employee, at]))
  const rows = await services.outbox.run((database) => database.employees.toArray())
  const ids = rows.filter((row) => closedAt.has(row.id) && !isErased(row)).map(({ id }) => id)
  if (ids.length === 0) return
  await eraseKeys(ids, closedAt, services)
  // Her own tab drops her keys by the count that was raised, and its page hears of it as of a lock elsewhere.
  await services.watch.check()
}

/** Since when each erased employee has had no access, for the screens. */
export async function closedSince(
  database: OutboxDatabase,
): Promise<Partial<Record<EmployeeId, Instant>>> {
  const row = await database.settings.get('closed')
  return row?.id === 'closed' ? row.since : {}
}

/** Part of the transaction that erases keys. A later erasure for wrong codes says nothing of an earlier end. */
async function rememberClosed(
  database: OutboxDatabase,
  employeeIds: readonly EmployeeId[],
  closedAt: ReadonlyMap<EmployeeId, Instant>,
): Promise<void> {
  const since = { ...(await closedSince(database)) }
  for (const id of employeeIds) {
    const at = closedAt.get(id)
    if (at === undefined) delete since[id]
    else since[id] = at
  }
  await database.settings.put({ id: 'closed', since })
}
