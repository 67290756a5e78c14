import { type OutboxDatabase, raiseOutboxVersion } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import { type PinnedTrust, openTrust, sealTrust } from '../unlocked/pinned-trust.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'

/**
 * Changes what an employee believes of the server whose root she has pinned. What another tab has stored of the same
 * root stays: she has confirmed it once, and its key set never becomes an older one.
 */
export async function saveTrust(
  employee: OpenEmployee,
  change: Partial<Pick<PinnedTrust, 'signed' | 'confirmed'>>,
  outbox: Supervisor<OutboxDatabase>,
): Promise<void> {
  const { employeeId, keys } = employee
  employee.trust = { ...employee.trust, ...change }
  for (;;) {
    const before = (await outbox.run((database) => database.employees.get(employeeId)))?.trust
    const stored = before === undefined ? null : await openTrust(keys.identity, employeeId, before)
    // Gone, or of another root: she has enrolled anew in another tab, and this one will be locked.
    if (before === undefined || stored === null || stored.root !== employee.trust.root) return
    employee.trust = joinTrust(employee.trust, stored)
    const sealed = await sealTrust(keys.identity, employeeId, employee.trust)
    const isStored = await outbox.run((database) =>
      database.transaction('rw', database.employees, database.settings, async () => {
        const now = (await database.employees.get(employeeId))?.trust
        if (now === undefined || now.iv.join() !== before.iv.join()) return false
        await database.employees.update(employeeId, { trust: sealed })
        await raiseOutboxVersion(database)
        return true
      }),
    )
    if (isStored) return
  }
}

function joinTrust(mine: PinnedTrust, stored: PinnedTrust): PinnedTrust {
  const isMineOlder = mine.signed.keySet.version < stored.signed.keySet.version
  return {
    ...mine,
    signed: isMineOlder ? stored.signed : mine.signed,
    confirmed: mine.confirmed || stored.confirmed,
  }
}
