import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

export function pidFileOf(dataDir: string): string {
  return join(dataDir, 'database/cluster/postmaster.pid')
}

/** The postmaster's number, from its pid file. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(pidFileOf(dataDir), 'utf8').split('\n')[0])
}

/** Runs a statement in the embedded database of a folder, past the server; answers how many rows it gave. */
export async function asSuperuser(dataDir: string, statement: string): Promise<number> {
  return (await askSuperuser(dataDir, statement)).length
}

/** The address of the embedded database of a folder for its owner. */
export function ownerUrlOf(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'database-password'), 'utf8')
  const port = readFileSync(pidFileOf(dataDir), 'utf8').split('\n')[3]
  return `postgres://postgres:${password}@127.0.0.1:${port}/beredt`
}

export async function askSuperuser(dataDir: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: ownerUrlOf(dataDir) })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

/** Ends every connection that is inside a transaction, as an administrator or a failover does. */
export function endTransactions(dataDir: string): Promise<number> {
  return asSuperuser(
    dataDir,
    `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = 'beredt' and pid <> pg_backend_pid() and xact_start is not null`,
  )
}
