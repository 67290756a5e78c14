import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLog } from '#server/base/log.ts'
import { openSystem } from '#server/system.ts'
import { aDataFolder, query, useDatabase } from '../support/data-folder.ts'

const root = join(import.meta.dirname, '../..')

function run(script: string, variables: Record<string, string>, ...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', ...variables },
    encoding: 'utf8',
    // A server that starts after all would never end.
    timeout: 60_000,
  })
}

/** The address that the command says once. */
function addressIn(stdout: string): string {
  const [, url] = /^DATABASE_URL=(.+)$/m.exec(stdout) ?? []
  if (url === undefined) throw new Error(`No address was printed: ${stdout}`)
  return url
}

test('an external database is prepared by its owner, and used by a role that owns nothing', async () => {
  const { url: ownerUrl } = await useDatabase(await aDataFolder())
  const dataDir = await aDataFolder()
  const binder = (databaseUrl: string) =>
    run(
      'binder.ts',
      { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, DEMO: '1' },
      '--zone',
      'nord-1',
      '--out',
      join(dataDir, 'perm.pdf'),
    )

  const early = binder(ownerUrl.replace(/\/\/.*@/, '//beredt_server:feil@'))
  const asOwner = binder(ownerUrl)
  const prepared = run('database.ts', { DATABASE_OWNER_URL: ownerUrl })
  const again = run('database.ts', { DATABASE_OWNER_URL: ownerUrl })
  const databaseUrl = addressIn(prepared.stdout)
  const used = await openSystem({ dataDir, databaseUrl, databaseOwnerUrl: null }, openLog('silent'))
  onTestFinished(used.close)

  expect([early.status, early.stderr]).toEqual([1, expect.stringContaining('DATABASE_URL')])
  expect([asOwner.status, asOwner.stderr]).toEqual([1, expect.stringContaining('eieren')])
  expect([prepared.status, again.status]).toEqual([0, 0])
  expect(again.stdout).not.toContain('DATABASE_URL=')
  expect(new URL(databaseUrl).username).toBe('beredt_server')
  await expect(query(databaseUrl, 'select * from account')).rejects.toMatchObject({ code: '42501' })
}, 120_000)

test('a database that is behind is said, and migrated at the start when its owner’s address is there', async () => {
  const { url: ownerUrl } = await useDatabase(await aDataFolder())
  const databaseUrl = addressIn(run('database.ts', { DATABASE_OWNER_URL: ownerUrl }).stdout)
  const dataDir = await aDataFolder()
  await query(ownerUrl, 'drop schema public cascade')
  await query(ownerUrl, 'create schema public')
  const open = (databaseOwnerUrl: string | null) =>
    openSystem({ dataDir, databaseUrl, databaseOwnerUrl }, openLog('silent'))

  await expect(open(null)).rejects.toMatchObject({ kind: 'unprepared' })
  const { close } = await open(ownerUrl)
  await close()
  await query(ownerUrl, `delete from migration where name like '0051%'`)
  await expect(open(null)).rejects.toMatchObject({ kind: 'behind' })
}, 120_000)

test('the roles are printed as SQL for whoever may make them, with a password that signs in', async () => {
  const { url: ownerUrl } = await useDatabase(await aDataFolder())

  const { status, stdout } = run('database.ts', {}, '--sql')
  await query(ownerUrl, stdout)

  expect(status).toBe(0)
  const [, password = ''] = /beredt_server:([\w-]+)@/.exec(stdout) ?? []
  for (const role of ['beredt_server', 'beredt_accounts']) {
    const url = new URL(ownerUrl)
    url.username = role
    url.password = password
    expect(await query(url.href, 'select current_user as name')).toEqual([{ name: role }])
  }
})

test.each([
  ['an unknown option', ['--all']],
  ['no owner', []],
])('%s is no call', (_, args) => {
  expect(run('database.ts', {}, ...args).status).toBe(2)
})
