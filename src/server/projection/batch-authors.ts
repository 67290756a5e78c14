import type { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import type { AuthorStore, KnownAuthor } from '../accounts/author-store.ts'
import { findAuthors } from '../accounts/postgres-author-store.ts'
import type { DatabaseTransaction } from '../database/database.ts'

type OnDevice = { employeeId: EmployeeId; deviceId: DeviceId }

/** Reads each author once, and those that are foreseen together. */
export function batchAuthors(transaction: DatabaseTransaction) {
  const found = new Map<string, KnownAuthor | null>()

  async function foresee(wanted: readonly OnDevice[]): Promise<void> {
    const missing = wanted.filter((one) => !found.has(keyOf(one)))
    if (missing.length === 0) return
    const authors = await findAuthors(transaction, missing)
    for (const [place, one] of missing.entries()) found.set(keyOf(one), authors[place] ?? null)
  }

  const store: AuthorStore = {
    async findAuthor(employeeId, deviceId) {
      const one = { employeeId, deviceId }
      await foresee([one])
      return found.get(keyOf(one)) ?? null
    },
  }
  return { store, foresee }
}

function keyOf({ employeeId, deviceId }: OnDevice): string {
  return `${employeeId} ${deviceId}`
}
