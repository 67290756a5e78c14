import { cp, lstat, mkdir, readFile, readlink, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findPostgresBinaries, linkLibraries } from '#server/postgres/postgres-binaries.ts'
import { run } from '#server/postgres/run.ts'
import { aDataFolder } from '../../support/data-folder.ts'

test('PostgreSQL 18 is found and runs', async () => {
  const { home, version } = await findPostgresBinaries()

  const answer = await run(join(home, 'bin/postgres'), ['--version'])

  expect(version).toMatch(/^18\./)
  expect(answer).toMatchObject({ code: 0, output: expect.stringContaining('PostgreSQL) 18.') })
})

test('missing library links are created, and a repetition changes nothing', async () => {
  const { home } = await findPostgresBinaries()
  const root = join(await aDataFolder(), 'package')
  await mkdir(join(root, 'native'), { recursive: true })
  await cp(home, join(root, 'native'), { recursive: true, verbatimSymlinks: true })
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(home, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { target } of links) await rm(join(root, target), { force: true })
  const withoutLinks = await run(join(root, 'native/bin/postgres'), ['--version'])

  await Promise.all([linkLibraries(root), linkLibraries(root)])
  const withLinks = await run(join(root, 'native/bin/postgres'), ['--version'])

  expect(withoutLinks.code).not.toBe(0)
  expect(withLinks.code).toBe(0)
  for (const { source, target } of links) {
    expect((await lstat(join(root, target))).isSymbolicLink()).toBe(true)
    expect(join(dirname(target), await readlink(join(root, target)))).toBe(source)
  }
})
