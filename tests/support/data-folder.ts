import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { openDatabaseServer, type DatabaseServer } from '#server/postgres/database-server.ts'
import { pidFileOf } from './embedded-database.ts'

/** An empty data folder, gone when the test is done, with any database that was left running in it. */
export async function aDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-data-'))
  onTestFinished(async () => {
    if (existsSync(pidFileOf(folder))) await (await openDatabaseServer(embeddedIn(folder))).close()
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

export function embeddedIn(dataDir: string) {
  return { dataDir, databaseUrl: null, databaseOwnerUrl: null }
}

/** This process's use of the embedded database of a folder; left when the test is done. */
export async function useDatabase(dataDir: string): Promise<DatabaseServer> {
  const server = await openDatabaseServer(embeddedIn(dataDir))
  onTestFinished(() => server.close())
  return server
}

/** Another process that uses it. */
export async function useFromElsewhere(
  dataDir: string,
): Promise<{ kind: string; url: string; process: ChildProcess }> {
  const script = join(import.meta.dirname, 'database-user.ts')
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line]: unknown[] = await once(child.stdout, 'data')
  const [kind = '', url = ''] = String(line).trim().split(' ')
  return { kind, url, process: child }
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

export async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
