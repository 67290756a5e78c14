import { sql } from 'kysely'
import { hasErrorCode } from '../base/error-code.ts'
import { type AccountsDatabase, type Database, openDatabase } from './database.ts'
import { DatabaseRolesFault } from './database-roles-fault.ts'
import {
  type LoginUrls,
  derivedPassword,
  loginRoles,
  loginUrls,
  setLoginPasswords,
} from './login-roles.ts'
import { listMigrations, migrate } from './migrate.ts'

/** Runs what only the owner of the tables may, on connections that are closed before the server works. */
export async function asOwner<Value>(
  url: string,
  work: (owner: Database) => Promise<Value>,
): Promise<Value> {
  // A lost connection fails the query that is running on it.
  const owner = openDatabase({ url, maxConnections: 2, onConnectionLost: () => {} })
  try {
    return await work(owner)
  } finally {
    await owner.destroy()
  }
}

/** Migrates the embedded database, and answers how the server signs in to it. */
export function prepareEmbedded(ownerUrl: string): Promise<LoginUrls> {
  return asOwner(ownerUrl, async (owner) => {
    await migrate(owner)
    const password = derivedPassword(ownerUrl)
    await setLoginPasswords(owner, password)
    return loginUrls(ownerUrl, password)
  })
}

/** Throws unless the server may do what it must in this database, and not more. */
export async function requirePrepared(db: Database, accounts: AccountsDatabase): Promise<void> {
  await requireNoOwner(db)
  await requireMigrated(accounts)
  await requireNoOwner(accounts.pool)
}

async function requireNoOwner(db: Database): Promise<void> {
  const { rows } = await sql<{ isAbove: boolean; isMixed: boolean }>`
    select
      rolsuper or rolbypassrls or exists (
        select from pg_class
        where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'member')
      ) as "isAbove",
      rolname <> ${loginRoles.accounts} and coalesce(
        (select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = ${loginRoles.accounts}), false
      ) as "isMixed"
    from pg_roles where rolname = current_user`.execute(db)
  if (rows.some(({ isAbove, isMixed }) => isAbove || isMixed)) throw new DatabaseRolesFault('owner')
}

async function requireMigrated({ pool }: AccountsDatabase): Promise<void> {
  const done = new Set(await readDone(pool))
  const missing = (await listMigrations()).filter((name) => !done.has(name))
  if (missing.length > 0) throw new DatabaseRolesFault('behind')
}

async function readDone(pool: Database): Promise<string[]> {
  try {
    return (await sql<{ name: string }>`select name from migration`.execute(pool)).rows.map(
      ({ name }) => name,
    )
  } catch (error) {
    // No such login, its password is another one, no right to the table, or no such table.
    if (!hasErrorCode(error, '28P01', '28000', '42501', '42P01')) throw error
    throw new DatabaseRolesFault('unprepared', error)
  }
}
