import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool, types } from 'pg'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type DatabaseTransaction = Transaction<Tables>

/**
 * The connections of the role that accounts, sessions, sign-in attempts and the server's key ids belong to. Only code that is
 * handed them can use them (`withAccounts`): the connections of `Database` may not take that role.
 */
export type AccountsDatabase = { readonly pool: Database }

export type DatabaseSettings = {
  url: string
  /** Called when the server ends a connection, in use or idle; the pool opens a new one. */
  onConnectionLost: (error: Error) => void
  maxConnections?: number
}

/** Connects at the first query. Columns are snake_case in SQL and camelCase here; keys inside JSON are not changed. */
export function openDatabase(settings: DatabaseSettings): Database {
  const pool = new Pool({
    connectionString: settings.url,
    max: settings.maxConnections ?? 20,
    connectionTimeoutMillis: 10_000,
    // A request that waits longer than this gets 503.
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  })
  // The pool listens to idle connections only, and an error without a listener ends Node. The query that is
  // running, or the next one, fails by itself.
  pool.on('connect', (client) => client.on('error', settings.onConnectionLost))
  pool.on('error', () => {})
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

export function openAccountsDatabase(settings: DatabaseSettings): AccountsDatabase {
  return { pool: openDatabase({ maxConnections: 8, ...settings }) }
}

const parsers: Record<number, (text: string) => unknown> = {
  [types.builtins.TIMESTAMPTZ]: (text) => instantFromMilliseconds(Date.parse(text)),
  [types.builtins.DATE]: (text) => text,
  [types.builtins.INT8]: countFromText,
}

function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const own = format === 'binary' ? undefined : parsers[type]
  return own ?? types.getTypeParser(type, format)
}

/** PostgreSQL counts to 2^63, JavaScript to 2^53. */
function countFromText(text: string): number {
  const count = Number(text)
  if (!Number.isSafeInteger(count)) throw new Error('A count that a number cannot hold')
  return count
}
