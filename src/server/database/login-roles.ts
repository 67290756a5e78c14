import { createHmac } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/**
 * The server signs in twice, as neither the owner nor a superuser. On the connections of `server` it takes `beredt_app` or
 * `beredt_directory`, and never `accounts`: so no SQL that slips into a query of care data reaches a password hash.
 */
export const loginRoles = { server: 'beredt_server', accounts: 'beredt_accounts' } as const

/** Addresses of one database, as each of the login roles. */
export type LoginUrls = { server: string; accounts: string }

/** Makes the addresses of the login roles from any other address of the same database. */
export function loginUrls(url: string, password: string): LoginUrls {
  return {
    server: urlAs(url, loginRoles.server, password),
    accounts: urlAs(url, loginRoles.accounts, password),
  }
}

/** The two roles have one password: what parts them is that neither may become the other within its connection. */
export function loginUrlsOfServer(serverUrl: string): LoginUrls {
  return { server: serverUrl, accounts: urlAs(serverUrl, loginRoles.accounts, null) }
}

/** The login password of an embedded database. Whoever knows it does not know the owner's, which it is made from. */
export function derivedPassword(ownerUrl: string): string {
  return createHmac('sha256', new URL(ownerUrl).password)
    .update(loginRoles.server)
    .digest('base64url')
}

function urlAs(url: string, role: string, password: string | null): string {
  const made = new URL(url)
  made.username = role
  if (password !== null) made.password = password
  return made.href
}

/**
 * What makes the roles, as statements that can be repeated. Roles belong to the whole PostgreSQL server: another database
 * of ours may have made them already.
 */
export const roleStatements: readonly string[] = [
  createRole('beredt_app', 'nologin nobypassrls'),
  createRole('beredt_directory', 'nologin nobypassrls'),
  // Without inheriting it has no right of its own until it takes a role.
  createRole(loginRoles.server, 'login noinherit nobypassrls'),
  createRole(loginRoles.accounts, 'login noinherit nobypassrls'),
  grantRole('beredt_app', loginRoles.server),
  grantRole('beredt_directory', loginRoles.server),
]

function createRole(role: string, attributes: string): string {
  return `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} ${attributes};
  end if;
exception when duplicate_object or unique_violation then null;
end $$`
}

function grantRole(role: string, to: string): string {
  return `do $$ begin
  if not pg_has_role('${to}', '${role}', 'member') then
    grant ${role} to ${to};
  end if;
exception when duplicate_object or unique_violation then null;
end $$`
}

/** The number of the advisory lock under which the passwords are set: two at once would change one row of the catalogue. */
const passwordLock = 20_260_103

/** Sets the password of both login roles; `password` is base64url, so it needs no quoting. */
export function setLoginPasswords<Schema>(owner: Kysely<Schema>, password: string): Promise<void> {
  return owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${passwordLock})`.execute(transaction)
    for (const statement of passwordStatements(password)) {
      await sql.raw(statement).execute(transaction)
    }
  })
}

export function passwordStatements(password: string): string[] {
  if (!/^[A-Za-z0-9_-]{32,}$/.test(password)) throw new Error('Not the password of a login role')
  return Object.values(loginRoles).map((role) => `alter role ${role} login password '${password}'`)
}
