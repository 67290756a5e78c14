import { sql } from 'kysely'
import type { EmployeeId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { AccountsDatabase, Database, DatabaseTransaction } from './database.ts'

/** Whom a query is made for: the policies of every table show the rows of this scope and no others. */
export type TenantScope = {
  municipality: MunicipalityId
  zones: readonly ZoneId[]
  /** Null when the server itself works, as in the projection and the import command. */
  account: EmployeeId | null
  role: Role | null
}

/** Runs `work` in a transaction that sees and writes only what lies in `scope`. */
export function withTenant<Value>(
  db: Database,
  scope: TenantScope,
  work: (transaction: DatabaseTransaction) => Promise<Value>,
): Promise<Value> {
  return db.transaction().execute(async (transaction) => {
    await enterTenant(transaction, scope, 'beredt_app')
    return await work(transaction)
  })
}

/**
 * Does the same for accounts, sessions, sign-in attempts, zones and settings of a municipality, which only the role of these
 * connections may write; it reads nothing about a patient. For work that is no one's request, `municipality` is enough.
 */
export function withAccounts<Value>(
  { pool }: AccountsDatabase,
  scope: TenantScope | MunicipalityId,
  work: (transaction: DatabaseTransaction) => Promise<Value>,
): Promise<Value> {
  const entered =
    typeof scope === 'string'
      ? { municipality: scope, zones: [], account: null, role: null }
      : scope
  return pool.transaction().execute(async (transaction) => {
    await enterTenant(transaction, entered, 'beredt_accounts')
    return await work(transaction)
  })
}

/** Does the same as `withTenant`, and reads everything from one snapshot. */
export function withTenantSnapshot<Value>(
  db: Database,
  scope: TenantScope,
  work: (transaction: DatabaseTransaction) => Promise<Value>,
): Promise<Value> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return snapshot.execute(async (transaction) => {
    await enterTenant(transaction, scope, 'beredt_app')
    return await work(transaction)
  })
}

/** Returns the scope of the server's own work in one municipality: all zones, no account. */
export async function systemScope(
  db: Database,
  municipality: MunicipalityId,
): Promise<TenantScope> {
  const scope = { municipality, zones: [], account: null, role: null }
  const rows = await withTenant(db, scope, (transaction) =>
    transaction.selectFrom('zone').select('zoneId').orderBy('zoneId').execute(),
  )
  return { ...scope, zones: rows.map(({ zoneId }) => zoneId) }
}

/** `true` limits each setting to the transaction, so that a connection returns to the pool without a tenant. */
async function enterTenant(
  transaction: DatabaseTransaction,
  scope: TenantScope,
  role: 'beredt_app' | 'beredt_accounts',
): Promise<void> {
  await sql`select
    set_config('role', ${role}, true),
    set_config('beredt.municipality', ${scope.municipality}, true),
    set_config('beredt.zones', ${scope.zones.join(',')}, true),
    set_config('beredt.account', ${scope.account ?? ''}, true),
    set_config('beredt.role', ${scope.role ?? ''}, true)`.execute(transaction)
}
