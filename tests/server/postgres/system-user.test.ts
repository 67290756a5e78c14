import { expect, onTestFinished, test } from 'vitest'
import { run } from '#server/postgres/run.ts'
import { ensureSystemUser, postgresUser } from '#server/postgres/system-user.ts'

const isRoot = process.getuid?.() === 0

test.runIf(isRoot)('root gets a postgres user that is not root', async () => {
  const user = await postgresUser()

  expect(user).toMatchObject({ name: 'postgres' })
  expect(user?.uid).toBeGreaterThan(0)
})

test.runIf(isRoot)('a system user that is missing is created, once', async () => {
  const name = `beredt-test-${process.pid}`
  onTestFinished(async () => {
    await run('userdel', [name])
  })

  const created = await ensureSystemUser(name)
  const found = await ensureSystemUser(name)

  expect(created.uid).toBeGreaterThan(0)
  expect(found).toEqual(created)
})

test.runIf(isRoot)('a system user that cannot be created is said so', async () => {
  await expect(ensureSystemUser('not a name')).rejects.toThrow('could not be created')
})

test.skipIf(isRoot)('anybody else runs PostgreSQL as herself', async () => {
  expect(await postgresUser()).toBeNull()
})
