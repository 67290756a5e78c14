import type { MunicipalityId } from '#domain/base/ids.ts'
import type { KeySet } from '#domain/trust/key-set.ts'
import type { OutboxDatabase } from '../databases/outbox-database.ts'
import type { OpenEmployee } from '../unlocked/unlocked-employee.ts'

/** The server as an employee has pinned it, whatever the device's own row says. */
export function serverOf(
  { trust }: OpenEmployee,
  _database: OutboxDatabase,
): Promise<{ municipality: MunicipalityId; keySet: KeySet }> {
  return Promise.resolve({ municipality: trust.municipality, keySet: trust.signed.keySet })
}
