import { existsSync } from 'node:fs'
import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabaseServer } from '#server/postgres/database-server.ts'
import {
  aDataFolder,
  embeddedIn,
  end,
  query,
  useDatabase,
  useFromElsewhere,
} from '../../support/data-folder.ts'
import { pidFileOf, postmasterOf } from '../../support/embedded-database.ts'

const isRoot = process.getuid?.() === 0

describe('the embedded database', () => {
  test('is durable, speaks UTF-8 and sorts names as a Norwegian expects', async () => {
    const { url, kind } = await useDatabase(await aDataFolder())

    const settings = await query(
      url,
      `select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
        current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums,
        current_setting('listen_addresses') as address, datlocale as locale
      from pg_database where datname = current_database()`,
    )
    const names = await query(
      url,
      `select name from unnest(array['Øye', 'Aasen', 'Berg', 'Ås', 'Zahl', 'Ærlig', 'Čáhppe']) as name order by name`,
    )

    expect(kind).toBe('started')
    expect(settings).toEqual([
      {
        fsync: 'on',
        encoding: 'UTF8',
        commit: 'on',
        checksums: 'on',
        address: '127.0.0.1',
        locale: 'nb',
      },
    ])
    expect(names.map((row) => JSON.stringify(row))).toEqual(
      ['Berg', 'Čáhppe', 'Zahl', 'Ærlig', 'Øye', 'Ås', 'Aasen'].map((name) =>
        JSON.stringify({ name }),
      ),
    )
  })

  test('refuses connections without its password', async () => {
    const { url } = await useDatabase(await aDataFolder())
    const guessed = new URL(url)
    guessed.password = 'postgres'

    await expect(query(guessed.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('keeps its data from one start to the next and stops when its last user leaves', async () => {
    const dataDir = await aDataFolder()
    const first = await openDatabaseServer(embeddedIn(dataDir))
    await query(first.url, 'create table kept as select 42 as answer')
    await first.close()

    const running = existsSync(pidFileOf(dataDir))
    const second = await useDatabase(dataDir)

    expect(running).toBe(false)
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('is shared by several commands, whichever of them leaves first', async () => {
    const dataDir = await aDataFolder()
    const server = await useFromElsewhere(dataDir)
    const command = await useDatabase(dataDir)

    await end(server.process, 'SIGTERM')

    expect([server.kind, command.kind]).toEqual(['started', 'joined'])
    expect(await query(command.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is started once when several commands begin at the same moment on an empty folder', async () => {
    const dataDir = await aDataFolder()

    const users = await Promise.all(Array.from({ length: 3 }, () => useFromElsewhere(dataDir)))
    const answers = await Promise.all(users.map(({ url }) => query(url, 'select 1 as one')))

    expect(new Set(users.map(({ url }) => url)).size).toBe(1)
    expect(answers).toEqual(users.map(() => [{ one: 1 }]))
  })

  test('survives a command that comes while the last one is leaving', async () => {
    const dataDir = await aDataFolder()
    for (let round = 0; round < 5; round += 1) {
      const leaving = await openDatabaseServer(embeddedIn(dataDir))

      const [, coming] = await Promise.all([
        leaving.close(),
        openDatabaseServer(embeddedIn(dataDir)),
      ])

      expect(await query(coming.url, 'select 1 as one')).toEqual([{ one: 1 }])
      await coming.close()
    }
  })
})

describe('a left-over postmaster', () => {
  test('of a killed process is adopted by the next one and stopped with it', async () => {
    const dataDir = await aDataFolder()
    const killed = await useFromElsewhere(dataDir)
    await end(killed.process, 'SIGKILL')
    const leftOver = postmasterOf(dataDir)

    const next = await openDatabaseServer(embeddedIn(dataDir))
    const adopted = postmasterOf(dataDir)
    await next.close()

    expect(next.kind).toBe('joined')
    expect(adopted).toBe(leftOver)
    expect(existsSync(pidFileOf(dataDir))).toBe(false)
  })

  test('that was killed with its process is replaced, with all that was committed', async () => {
    const dataDir = await aDataFolder()
    const before = await useFromElsewhere(dataDir)
    await query(before.url, 'create table kept as select 42 as answer')
    await end(before.process, 'SIGKILL')
    process.kill(postmasterOf(dataDir), 'SIGKILL')

    const after = await useDatabase(dataDir)

    expect(after.kind).toBe('started')
    expect(await query(after.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('that is killed under a process is started again by it, at the same address', async () => {
    const dataDir = await aDataFolder()
    const { url } = await useDatabase(dataDir)
    await query(url, 'create table kept as select 42 as answer')
    const killed = postmasterOf(dataDir)

    process.kill(killed, 'SIGKILL')
    await expect
      .poll(() => query(url, 'select answer from kept').catch(() => null), { timeout: 20_000 })
      .toEqual([{ answer: 42 }])

    expect(postmasterOf(dataDir)).not.toBe(killed)
  })

  test('that does not start again at first is tried again until it does', async () => {
    const dataDir = await aDataFolder()
    const faults: unknown[] = []
    const { url, close } = await openDatabaseServer(embeddedIn(dataDir), (fault) =>
      faults.push(fault),
    )
    onTestFinished(close)
    const settings = join(dataDir, 'database/cluster/postgresql.conf')
    await rename(settings, `${settings}.away`)

    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await expect.poll(() => faults.length, { timeout: 20_000 }).toBeGreaterThan(0)
    await rename(`${settings}.away`, settings)

    await expect
      .poll(() => query(url, 'select 1 as one').catch(() => null), { timeout: 20_000 })
      .toEqual([{ one: 1 }])
  }, 60_000)

  test('whose number now belongs to another program does not keep the database from starting', async () => {
    const dataDir = await aDataFolder()
    await (await openDatabaseServer(embeddedIn(dataDir))).close()
    const pidFile = pidFileOf(dataDir)
    const cluster = join(dataDir, 'database/cluster')
    const lines = [process.pid, cluster, 1_700_000_000, 5432, '', '127.0.0.1', '', 'ready   ', '']
    await writeFile(pidFile, lines.join('\n'))

    const { kind } = await useDatabase(dataDir)

    expect(kind).toBe('started')
  })
})

describe('the data folder', () => {
  test.runIf(isRoot)('lets the postgres user through and shows it nothing', async () => {
    const dataDir = await aDataFolder()
    await useDatabase(dataDir)

    const mode = (await stat(dataDir)).mode & 0o777
    const cluster = await stat(join(dataDir, 'database/cluster'))
    const password = await stat(join(dataDir, 'database-password'))

    expect(mode).toBe(0o711)
    expect(cluster.uid).not.toBe(0)
    expect(cluster.mode & 0o777).toBe(0o700)
    expect(password.mode & 0o777).toBe(0o600)
  })

  test.runIf(isRoot)(
    'below a closed folder has its cluster in /var/tmp, and keeps it there',
    async () => {
      const closed = await aDataFolder()
      await chmod(closed, 0o700)
      const dataDir = join(closed, 'data')
      const first = await openDatabaseServer(embeddedIn(dataDir))
      await query(first.url, 'create table kept as select 42 as answer')
      await first.close()
      await chmod(closed, 0o755)

      const second = await useDatabase(dataDir)
      const place = (await readFile(join(dataDir, 'database-folder'), 'utf8')).trim()

      expect(place).toMatch(/^\/var\/tmp\/beredt-[0-9a-f]{12}\/database$/)
      expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
      await second.close()
      await rm(join(place, '..'), { recursive: true })
    },
  )

  test('whose cluster is gone is a fault, never an empty database', async () => {
    const dataDir = await aDataFolder()
    await (await openDatabaseServer(embeddedIn(dataDir))).close()
    await rm(join(dataDir, 'database'), { recursive: true })

    await expect(openDatabaseServer(embeddedIn(dataDir))).rejects.toThrow(
      'Restore it from a backup',
    )
  })
})

test('with a database of one’s own nothing is embedded', async () => {
  const dataDir = await aDataFolder()

  const server = await openDatabaseServer({ dataDir, databaseUrl: 'postgres://example.org/beredt' })

  expect(server).toMatchObject({ url: 'postgres://example.org/beredt', kind: 'external' })
  expect(existsSync(join(dataDir, 'database-folder'))).toBe(false)
})
