import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { claimServerKeys } from '#server/keys/claim-server-keys.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { enrolDevice } from '#server/inbox/enrol-device.ts'
import { type ServerKeys, openServerKeys } from '#server/keys/keys.ts'
import { privateKeyFile } from '#server/keys/key-files.ts'
import { rotateKeys } from '#server/keys/rotate-keys.ts'
import { aDataFolder } from '../../support/data-folder.ts'
import { testDatabase, type TestDatabase } from '../../support/test-database.ts'
import { noon } from '../../support/a-patient.ts'

function claimed({ accounts }: TestDatabase) {
  return accounts.pool.selectFrom('serverKey').select(['rootId', 'version']).execute()
}

/** The keys that a start with this folder uses. */
async function start(db: TestDatabase, dataDir: string): Promise<ServerKeys> {
  return (await claimServerKeys(db, dataDir, noon)).ring.current()
}

test('the root of a database’s first start is recorded in it, and its keys are used from then on', async () => {
  const db = await testDatabase()
  const dataDir = await aDataFolder()

  const first = await start(db, dataDir)
  const second = await start(db, dataDir)

  expect(await claimed(db)).toEqual([{ rootId: first.signed.keySet.kid, version: 1 }])
  expect(second.signed).toEqual(first.signed)
})

test('keys from a backup are taken by a new database as they are', async () => {
  const dataDir = await aDataFolder()
  const restored = await openServerKeys(dataDir, noon)

  const { signed } = await start(await testDatabase(), dataDir)

  expect(signed).toEqual(restored.signed)
})

test('missing keys end the start, none are made, and with the folder back it starts', async () => {
  const db = await testDatabase()
  const dataDir = await aDataFolder()
  const { signed } = await start(db, dataDir)
  const keys = join(dataDir, 'keys')
  await rename(keys, `${keys}.away`)

  await expect(start(db, dataDir)).rejects.toMatchObject({ kind: 'missing', path: keys })
  expect(existsSync(keys)).toBe(false)
  await rename(`${keys}.away`, keys)

  expect((await start(db, dataDir)).signed).toEqual(signed)
})

test('a start without the root key is like any other', async () => {
  const db = await testDatabase()
  const dataDir = await aDataFolder()
  const { signed } = await start(db, dataDir)
  await rm(join(dataDir, 'keys/root.json'))

  expect((await start(db, dataDir)).signed).toEqual(signed)
})

test.each(['signing', 'credentials'] as const)(
  'a missing %s key ends the start, and no other is made',
  async (purpose) => {
    const db = await testDatabase()
    const dataDir = await aDataFolder()
    const { [purpose]: key } = await start(db, dataDir)
    const file = privateKeyFile(join(dataDir, 'keys'), key.keyId)
    const before = await readFile(join(dataDir, 'keys/key-set.json'), 'utf8')
    await rm(file)

    await expect(start(db, dataDir)).rejects.toMatchObject({ kind: 'missing' })
    expect(existsSync(file)).toBe(false)
    expect(await readFile(join(dataDir, 'keys/key-set.json'), 'utf8')).toBe(before)
  },
)

test('a folder that was half made before the database knew of it is made whole, under the same root', async () => {
  const db = await testDatabase()
  const dataDir = await aDataFolder()
  const made = await openServerKeys(dataDir, noon)
  await rm(join(dataDir, 'keys/key-set.json'))

  const keys = await start(db, dataDir)

  expect(keys.signed.keySet.kid).toBe(made.signed.keySet.kid)
  expect(keys.signing.keyId).not.toBe(made.signing.keyId)
})

test('keys from before a rotation end the start: what was sealed since could not be opened', async () => {
  const db = await testDatabase()
  const dataDir = await aDataFolder()
  await start(db, dataDir)
  const file = join(dataDir, 'keys/key-set.json')
  const former = await readFile(file, 'utf8')
  await rotateKeys(dataDir, { purpose: 'sealing', revoke: null }, noon)
  await start(db, dataDir)
  await writeFile(file, former)

  await expect(start(db, dataDir)).rejects.toMatchObject({ kind: 'older' })
  expect(await claimed(db)).toMatchObject([{ version: 2 }])
})

test('a second server with keys of its own is refused, and its keys stay as they are', async () => {
  const db = await testDatabase()
  await start(db, await aDataFolder())
  const other = await aDataFolder()
  const { signed } = await openServerKeys(other, noon)

  await expect(start(db, other)).rejects.toMatchObject({ kind: 'foreign' })
  expect((await openServerKeys(other, noon)).signed).toEqual(signed)
})

test('of two servers that begin at once with different keys one is refused', async () => {
  const db = await testDatabase()
  const folders = await Promise.all([aDataFolder(), aDataFolder()])
  await Promise.all(folders.map((folder) => openServerKeys(folder, noon)))

  const outcomes = await Promise.allSettled(folders.map((folder) => start(db, folder)))

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await claimed(db)).toHaveLength(1)
})

test('a database with a device in it is never given its first keys anew', async () => {
  const db = await testDatabase()
  const municipality = MunicipalityId.parse('testby')
  const nothing = { hostName: null, sections: [], zones: [] }
  await createMunicipality(db.accounts, { id: municipality, name: 'Testby', ...nothing })
  await withTenant(db.db, await systemScope(db.db, municipality), (transaction) =>
    enrolDevice(transaction, {
      municipality,
      deviceId: DeviceId.parse(randomUUID()),
      keyId: KeyId.parse('k'.repeat(43)),
      label: 'Jobbtelefon',
      enrolledBy: EmployeeId.parse(randomUUID()),
      issuedAt: noon,
    }),
  )

  await expect(start(db, await aDataFolder())).rejects.toMatchObject({ kind: 'missing' })
  expect(await claimed(db)).toEqual([])
})
