import { chmod, cp, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findClusterPlace, ForeignClusterFault } from '#server/postgres/cluster-place.ts'
import { findPostgresBinaries } from '#server/postgres/postgres-binaries.ts'
import { run } from '#server/postgres/run.ts'
import { postgresUser } from '#server/postgres/system-user.ts'
import { aDataFolder } from '../../support/data-folder.ts'

const isRoot = process.getuid?.() === 0

test.runIf(isRoot)('programs in a closed folder are run from a copy in /var/tmp', async () => {
  const version = `test-${process.pid}`
  const outside = `/var/tmp/beredt-postgres-${version}`
  onTestFinished(() => rm(outside, { recursive: true, force: true }))
  const closed = await aDataFolder()
  const home = join(closed, 'native')
  await cp((await findPostgresBinaries()).home, home, { recursive: true, verbatimSymlinks: true })
  await chmod(closed, 0o700)
  const user = await postgresUser()

  const places = await Promise.all(
    [1, 2].map(async () => findClusterPlace(await aDataFolder(), { home, version }, user)),
  )
  const started = await run(join(places[0]?.programs ?? '', 'bin/postgres'), ['--version'], {
    user,
    folder: '/',
  })

  expect(places.map(({ programs }) => programs)).toEqual([`${outside}/native`, `${outside}/native`])
  expect(started).toMatchObject({ code: 0, output: expect.stringContaining('PostgreSQL) 18.') })
})

test.runIf(isRoot)('a folder in /var/tmp that others can write in is not used', async () => {
  const version = `trap-${process.pid}`
  const outside = `/var/tmp/beredt-postgres-${version}`
  onTestFinished(() => rm(outside, { recursive: true, force: true }))
  await mkdir(outside)
  await chmod(outside, 0o777)
  const closed = await aDataFolder()
  await chmod(closed, 0o700)

  const place = findClusterPlace(
    await aDataFolder(),
    { home: closed, version },
    await postgresUser(),
  )

  await expect(place).rejects.toThrow('belongs to somebody else')
})

test.runIf(isRoot)('a cluster of another user is left as it is', async () => {
  const dataDir = await aDataFolder()
  await mkdir(join(dataDir, 'database/cluster'), { recursive: true })
  await writeFile(join(dataDir, 'database/cluster/PG_VERSION'), '18')
  await writeFile(join(dataDir, 'database-folder'), 'database')
  await chmod(dataDir, 0o700)

  const place = findClusterPlace(dataDir, await findPostgresBinaries(), await postgresUser())

  await expect(place).rejects.toThrow(ForeignClusterFault)
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
})
