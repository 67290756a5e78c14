import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { claimServerKeys } from '#server/keys/claim-server-keys.ts'
import type { Database } from '#server/database/database.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { enrolDevice } from '#server/inbox/enrol-device.ts'
import { openServerKeys } from '#server/keys/keys.ts'
import { aDataFolder } from '../../support/data-folder.ts'
import { testDatabase } from '../../support/test-database.ts'
import { noon } from '../../support/a-patient.ts'

function claimed(db: Database): Promise<string[]> {
  return db
    .selectFrom('serverKey')
    .select('keyId')
    .orderBy('purpose')
    .execute()
    .then((rows) => rows.map(({ keyId }) => keyId))
}

test('the keys of a database’s first start are recorded in it, and are used from then on', async () => {
  const db = await testDatabase()
  const dataDir = await aDataFolder()

  const first = await claimServerKeys(db, dataDir)
  const second = await claimServerKeys(db, dataDir)

  expect(await claimed(db)).toEqual([first.certificates.keyId, first.sealing.keyId])
  expect(second.sealing.keyId).toBe(first.sealing.keyId)
})

test('keys from a backup are taken by a new database as they are', async () => {
  const dataDir = await aDataFolder()
  const restored = await openServerKeys(dataDir)

  const { sealing } = await claimServerKeys(await testDatabase(), dataDir)

  expect(sealing.keyId).toBe(restored.sealing.keyId)
})

test('missing keys end the start, none are made, and with the folder back it starts', async () => {
  const db = await testDatabase()
  const dataDir = await aDataFolder()
  const { sealing } = await claimServerKeys(db, dataDir)
  const keys = join(dataDir, 'keys')
  await rename(keys, `${keys}.away`)

  await expect(claimServerKeys(db, dataDir)).rejects.toMatchObject({ kind: 'missing', path: keys })
  expect(existsSync(keys)).toBe(false)
  await rename(`${keys}.away`, keys)

  expect((await claimServerKeys(db, dataDir)).sealing.keyId).toBe(sealing.keyId)
})

test('one missing key of the two ends the start, and the other one stays', async () => {
  const db = await testDatabase()
  const dataDir = await aDataFolder()
  await claimServerKeys(db, dataDir)
  const sealing = join(dataDir, 'keys/sealing.json')
  const before = await readFile(sealing, 'utf8')
  await rm(join(dataDir, 'keys/certificates.json'))

  await expect(claimServerKeys(db, dataDir)).rejects.toMatchObject({ kind: 'missing' })
  expect(existsSync(join(dataDir, 'keys/certificates.json'))).toBe(false)
  expect(await readFile(sealing, 'utf8')).toBe(before)
})

test('a folder that was half made before the database knew of it is made whole', async () => {
  const db = await testDatabase()
  const dataDir = await aDataFolder()
  const made = await openServerKeys(dataDir)
  await rm(join(dataDir, 'keys/certificates.json'))

  const keys = await claimServerKeys(db, dataDir)

  expect(keys.sealing.keyId).toBe(made.sealing.keyId)
  expect(keys.certificates.keyId).not.toBe(made.certificates.keyId)
})

test('a second server with keys of its own is refused, and its keys stay as they are', async () => {
  const db = await testDatabase()
  await claimServerKeys(db, await aDataFolder())
  const other = await aDataFolder()
  const { sealing } = await openServerKeys(other)

  await expect(claimServerKeys(db, other)).rejects.toMatchObject({ kind: 'foreign' })
  expect((await openServerKeys(other)).sealing.keyId).toBe(sealing.keyId)
})

test('of two servers that begin at once with different keys one is refused', async () => {
  const db = await testDatabase()
  const folders = await Promise.all([aDataFolder(), aDataFolder()])
  await Promise.all(folders.map(openServerKeys))

  const outcomes = await Promise.allSettled(folders.map((folder) => claimServerKeys(db, folder)))

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await claimed(db)).toHaveLength(2)
})

test('a database with a device in it is never given its first keys anew', async () => {
  const db = await testDatabase()
  const municipality = MunicipalityId.parse('testby')
  const nothing = { hostName: null, sections: [], zones: [] }
  await createMunicipality(db, { id: municipality, name: 'Testby', ...nothing })
  await withTenant(db, await systemScope(db, municipality), (transaction) =>
    enrolDevice(transaction, {
      municipality,
      deviceId: DeviceId.parse(randomUUID()),
      keyId: KeyId.parse('k'.repeat(43)),
      label: 'Jobbtelefon',
      enrolledBy: EmployeeId.parse(randomUUID()),
      issuedAt: noon,
    }),
  )

  await expect(claimServerKeys(db, await aDataFolder())).rejects.toMatchObject({ kind: 'missing' })
  expect(await claimed(db)).toEqual([])
})
