import type { EmployeeId } from '#domain/base/ids.ts'
import type { OutboxDatabase } from './outbox-database.ts'

/**
 * How often an employee was locked on this device, by all its tabs together. A vault remembers the
 * number it unlocked at: another one means that a tab has locked her since.
 */
export async function lockCount(database: OutboxDatabase, employeeId: EmployeeId): Promise<number> {
  const row = await database.settings.get('locks')
  return row?.id === 'locks' ? (row.counts[employeeId] ?? 0) : 0
}

/** Part of the transaction that locks the employees, or destroys their keys. */
export async function raiseLockCounts(
  database: OutboxDatabase,
  employeeIds: readonly EmployeeId[],
): Promise<void> {
  const row = await database.settings.get('locks')
  const counts = row?.id === 'locks' ? { ...row.counts } : {}
  for (const id of employeeIds) counts[id] = (counts[id] ?? 0) + 1
  await database.settings.put({ id: 'locks', counts })
}
