import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import { createMunicipality } from '#server/accounts/create-municipality.ts'
import { findMunicipality } from '#server/accounts/municipality-directory.ts'
import { claimServerKeys } from '#server/keys/claim-server-keys.ts'
import { migrate } from '#server/database/migrate.ts'
import { requirePrepared } from '#server/database/prepare-database.ts'
import { systemScope } from '#server/database/with-tenant.ts'
import { aDataFolder } from '../../support/data-folder.ts'
import {
  asOwnerOf,
  createTestDatabase,
  openTestDatabase,
  testDatabase,
  type TestUrls,
} from '../../support/test-database.ts'
import { noon } from '../../support/a-patient.ts'

const here = MunicipalityId.parse('here')
const nord = SectionId.parse('nord')
const north = ZoneId.parse('nord-1')

describe('migrating', () => {
  test('a database that is up to date changes nothing', async () => {
    const owner = asOwnerOf(await createTestDatabase())
    const before = await sql`select * from migration`.execute(owner)

    await migrate(owner)

    expect((await sql`select * from migration`.execute(owner)).rows).toEqual(before.rows)
  })

  test('an empty database by several servers at once happens once', async () => {
    const { db, urls } = await testDatabase()
    const owner = asOwnerOf(urls)
    await sql`drop schema public cascade`.execute(owner)
    await sql`create schema public`.execute(owner)

    await Promise.all([migrate(owner), migrate(owner), migrate(owner)])

    const runs = await sql<{ name: string }>`select name from migration`.execute(owner)
    expect(new Set(runs.rows.map(({ name }) => name)).size).toBe(runs.rows.length)
    expect(await findMunicipality(db, 'localhost')).toBeNull()
  })
})

/** As a managed PostgreSQL gives it: the owner of one database, who may create roles and is no superuser. */
async function managedDatabase(): Promise<TestUrls> {
  const urls = await createTestDatabase()
  const admin = asOwnerOf(urls)
  const name = `owner_${randomUUID().slice(0, 8)}`
  await sql.raw(`create role ${name} login createrole password 'managed'`).execute(admin)
  await sql
    .raw(`drop schema public cascade; create schema public authorization ${name}`)
    .execute(admin)
  await sql.raw(`grant beredt_app, beredt_directory to ${name} with admin option`).execute(admin)
  const owner = new URL(urls.owner)
  owner.username = name
  owner.password = 'managed'
  return { ...urls, owner: owner.href }
}

test('an external database works for an owner who is not a superuser', async () => {
  const urls = await managedDatabase()
  await migrate(asOwnerOf(urls))
  const { db, accounts } = openTestDatabase(urls)

  await requirePrepared(db, accounts)
  await createMunicipality(accounts, {
    id: here,
    name: 'Her',
    hostName: null,
    sections: [{ id: nord, name: 'Nord' }],
    zones: [{ id: north, name: 'Nord 1', section: nord }],
  })

  expect(await findMunicipality(db, 'localhost')).toBe(here)
  expect((await systemScope(db, here)).zones).toEqual([north])
  const dataDir = await aDataFolder()
  const { signed } = (await claimServerKeys({ db, accounts }, dataDir, noon)).ring.current()
  expect((await claimServerKeys({ db, accounts }, dataDir, noon)).ring.current().signed).toEqual(
    signed,
  )
})

test('the host name decides the municipality, and one without a host name is for all others', async () => {
  const { db, accounts } = await testDatabase()
  const there = MunicipalityId.parse('there')
  const nothing = { sections: [], zones: [] }
  await createMunicipality(accounts, {
    id: here,
    name: 'Her',
    hostName: 'her.example.no',
    ...nothing,
  })
  const unknown = await findMunicipality(db, 'localhost')
  await createMunicipality(accounts, { id: there, name: 'Der', hostName: null, ...nothing })

  expect(unknown).toBeNull()
  expect(await findMunicipality(db, 'her.example.no')).toBe(here)
  expect(await findMunicipality(db, 'localhost')).toBe(there)
})
