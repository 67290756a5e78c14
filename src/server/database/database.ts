import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool, types } from 'pg'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type DatabaseTransaction = Transaction<Tables>

export type DatabaseSettings = {
  url: string
  /** Told when the server ends a connection, in use or not; the pool makes a new one. */
  onConnectionLost: (error: Error) => void
  mostConnections?: number
}

/** Connects when first used. Columns are snake_case there and camelCase here; JSON inside them stays as it is. */
export function openDatabase(settings: DatabaseSettings): Database {
  const pool = new Pool({
    connectionString: settings.url,
    max: settings.mostConnections ?? 20,
    connectionTimeoutMillis: 10_000,
    // A request that waits longer than this is better answered with 503 than kept.
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  })
  // The pool listens to the connections that lie idle, and nobody to those in use: an error that no listener
  // takes ends Node. The query that is under way, or comes next, is refused by itself.
  pool.on('connect', (client) => client.on('error', settings.onConnectionLost))
  pool.on('error', () => {})
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
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
