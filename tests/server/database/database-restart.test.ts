import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#server/database/database.ts'
import { isDatabaseAway } from '#server/database/database-away.ts'
import { aDataFolder, end, useDatabase } from '../../support/data-folder.ts'
import { asSuperuser, endTransactions, postmasterOf } from '../../support/embedded-database.ts'
import { askAllTheTime, signInAt, startServer } from '../../support/loaded-server.ts'

test('a database that is killed three times under load costs 503 for a while and never the process', async () => {
  const dataDir = await aDataFolder()
  const server = await startServer(dataDir)
  onTestFinished(() => void server.process.kill('SIGKILL'))
  const callers = askAllTheTime(server.url, await signInAt(server.url))

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
  onTestFinished(() => void server.process.kill('SIGKILL'))
  const callers = askAllTheTime(server.url, await signInAt(server.url))

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
    await endTransactions(dataDir)
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
