import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Role } from '#domain/base/role.ts'
import { closeAccount } from '#server/accounts/close-account.ts'
import { createAccount } from '#server/accounts/create-account.ts'
import { systemScope, withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { writeDirectory } from '#server/directory/directory.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import { testMunicipality, testPassword, testServer } from '../../support/test-server.ts'

const bench = await testServer()
const { services } = bench
const { db, accounts } = services
const place = { municipality: testMunicipality, world: 'real' } as const
const nord1 = ZoneId.parse('nord-1')
const nord2 = ZoneId.parse('nord-2')

const write = () => writeDirectory(db, place, bench.now())

async function read<Kind extends 'zoneStaff' | 'zoneDirectory'>(kind: Kind, zone = nord1) {
  const stream =
    kind === 'zoneStaff'
      ? zoneStreamOf('zoneStaff', { ...place, zone })
      : municipalityStreamOf('zoneDirectory', place)
  const scope = await systemScope(db, testMunicipality)
  return await withTenant(db, scope, async (transaction) => {
    const { values } = await readDocuments(postgresStreamStore(transaction), kind, stream)
    return values
  })
}

async function staffOf(zone: ZoneId) {
  const [list] = await read('zoneStaff', zone)
  return list?.staff.map(({ name, title, role }) => [name, title, role].join(', ')).toSorted()
}

const create = (username: string, role: Role, zones: readonly ZoneId[], name: string) =>
  createAccount(services, testMunicipality, {
    username,
    password: testPassword,
    name,
    title: 'Sykepleier',
    hprNumber: '1234567',
    role,
    zones,
  })

test('the phones of a zone have its employees by name, title and role, and no number of theirs', async () => {
  await create('anne', 'nurse', [nord1], 'Anne Lie')
  await create('berit', 'sectionLeader', [nord1, nord2], 'Berit Dahl')
  await create('tone', 'hdu', [nord1], 'Tone Moe')
  await create('petter', 'administrator', [nord1], 'Petter Ås')

  await write()

  expect(await staffOf(nord1)).toEqual([
    'Anne Lie, Sykepleier, nurse',
    'Berit Dahl, Sykepleier, sectionLeader',
  ])
  expect(await staffOf(nord2)).toEqual(['Berit Dahl, Sykepleier, sectionLeader'])
  expect(JSON.stringify(await read('zoneStaff'))).not.toContain('1234567')
})

test('all phones have the names of all zones', async () => {
  await write()

  const [directory] = await read('zoneDirectory')

  expect(directory?.zones).toContainEqual({ id: nord1, name: 'nord-1' })
  expect(directory?.zones.length).toBe(3)
})

test('an account that is closed leaves the list, and what is as it was is not written again', async () => {
  await create('cato', 'nurse', [nord2], 'Cato Vik')
  await write()
  const before = await staffOf(nord2)
  const again = await write()
  const scope = await systemScope(db, testMunicipality)
  await withAccounts(accounts, scope, async (transaction) => {
    const { accountId } = await transaction
      .selectFrom('account')
      .select('accountId')
      .where('username', '=', 'cato')
      .executeTakeFirstOrThrow()
    const owner = { municipalityId: testMunicipality, accountId }
    await closeAccount(transaction, owner, { at: bench.now(), abuseFrom: null })
  })

  const changed = await write()

  expect(before).toContain('Cato Vik, Sykepleier, nurse')
  expect(again).toBe(0)
  expect(changed).toBe(1)
  expect(await staffOf(nord2)).not.toContain('Cato Vik, Sykepleier, nurse')
})
