import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#server/database/database.ts'
import { isDatabaseAway } from '#server/database/database-away.ts'
import { demoEmployees } from '#demo/demo-employees.ts'
import {
  aDataFolder,
  end,
  pidFileOf,
  postmasterOf,
  useDatabase,
} from '../../support/data-folder.ts'
import { cookieFrom } from '../../support/test-server.ts'

/** A server in a process of its own, on the embedded database of a folder. */
async function startServer(dataDir: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../support/server-process.ts')],
    {
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: dataDir,
        PORT: '0',
        DEMO: '1',
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line]: unknown[] = await once(child.stdout, 'data')
  return { process: child, url: String(line).trim() }
}

async function signIn(url: string): Promise<string> {
  const [person] = demoEmployees
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: person?.username, password: person?.password }),
  })
  return cookieFrom(answer.headers.getSetCookie())
}

/** Eight who ask all the time for what takes a transaction; answers with every status, and 0 for none at all. */
function load(url: string, cookie: string) {
  const statuses: number[] = []
  const over = new AbortController()
  const ask = async (): Promise<number> => {
    try {
      return (await fetch(`${url}/api/session`, { headers: { cookie } })).status
    } catch {
      return 0
    }
  }
  const caller = async () => {
    while (!over.signal.aborted) {
      statuses.push(await ask())
      await pause(20)
    }
  }
  const callers = Promise.all(Array.from({ length: 8 }, caller))
  return {
    statuses,
    ask,
    async stop() {
      over.abort()
      await callers
    },
  }
}

async function asSuperuser(dataDir: string, statement: string): Promise<number> {
  const password = readFileSync(join(dataDir, 'database-password'), 'utf8')
  const port = readFileSync(pidFileOf(dataDir), 'utf8').split('\n')[3]
  const client = new Client({
    connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/beredt`,
  })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

test('a database that is killed three times under load costs 503 for a while and never the process', async () => {
  const dataDir = await aDataFolder()
  const server = await startServer(dataDir)
  const cookie = await signIn(server.url)
  const callers = load(server.url, cookie)

  for (let round = 0; round < 3; round += 1) {
    await pause(500)
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await pause(300)
    await expect.poll(callers.ask, { timeout: 60_000 }).toBe(200)
  }
  await callers.stop()
  const afterwards = await Promise.all(Array.from({ length: 20 }, callers.ask))

  expect(server.process.exitCode).toBeNull()
  expect([...new Set(callers.statuses)].toSorted((a, b) => a - b)).toEqual([200, 503])
  expect(new Set(afterwards)).toEqual(new Set([200]))
  await end(server.process, 'SIGTERM')
}, 240_000)

test('connections that are ended inside their transactions cost 503 and never the process', async () => {
  const dataDir = await aDataFolder()
  const server = await startServer(dataDir)
  const cookie = await signIn(server.url)
  const callers = load(server.url, cookie)

  let ended = 0
  for (let round = 0; round < 400 && ended < 19; round += 1) {
    ended += await asSuperuser(
      dataDir,
      `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = 'beredt' and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
    )
  }
  await pause(200)
  await callers.stop()

  expect(ended).toBeGreaterThanOrEqual(19)
  expect(server.process.exitCode).toBeNull()
  expect([...new Set(callers.statuses)].toSorted((a, b) => a - b)).toEqual([200, 503])
  expect(await callers.ask()).toBe(200)
  await end(server.process, 'SIGTERM')
}, 240_000)

test('what is said to be written is there after the database was killed and connections were ended', async () => {
  const dataDir = await aDataFolder()
  const { url } = await useDatabase(dataDir)
  const db = openDatabase({ url, onConnectionLost: () => {} })
  onTestFinished(() => db.destroy())
  await sql`create table written (id integer primary key)`.execute(db)
  const said: number[] = []
  const faults: unknown[] = []
  let next = 0
  const over = new AbortController()
  const write = async (id: number): Promise<void> => {
    try {
      await db.transaction().execute(async (transaction) => {
        await sql`insert into written values (${id})`.execute(transaction)
        await sql`select pg_sleep(0.005)`.execute(transaction)
      })
      said.push(id)
    } catch (fault) {
      faults.push(fault)
      await pause(20)
    }
  }
  const writer = async (): Promise<void> => {
    while (!over.signal.aborted) await write(next++)
  }
  const writers = Promise.all(Array.from({ length: 8 }, writer))

  for (let round = 0; round < 10; round += 1) {
    await pause(50)
    await asSuperuser(
      dataDir,
      `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = 'beredt' and pid <> pg_backend_pid() and xact_start is not null`,
    )
  }
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  const before = said.length
  await expect.poll(() => said.length, { timeout: 60_000 }).toBeGreaterThan(before + 50)
  over.abort()
  await writers
  const { rows } = await sql<{ id: number }>`select id from written`.execute(db)

  const written = new Set(rows.map(({ id }) => id))
  expect(said.filter((id) => !written.has(id))).toEqual([])
  expect(faults.length).toBeGreaterThan(10)
  expect(faults.filter((fault) => !isDatabaseAway(fault))).toEqual([])
}, 120_000)
