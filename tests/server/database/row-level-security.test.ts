import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { AccountsDatabase } from '#server/database/database.ts'
import { protectTable } from '#server/database/protect-table.ts'
import {
  systemScope,
  withAccounts,
  withTenant,
  type TenantScope,
} from '#server/database/with-tenant.ts'
import { asOwnerOf, testDatabase } from '../../support/test-database.ts'

const here = MunicipalityId.parse('here')
const there = MunicipalityId.parse('there')
const north = ZoneId.parse('nord-1')
const south = ZoneId.parse('sor-1')

const { db, accounts, urls } = await testDatabase()
const owner = asOwnerOf(urls)
await sql`create table probe (municipality_id text not null, zone_id text, id text not null)`.execute(
  owner,
)
await protectTable(owner, 'probe', { owner: 'zone', may: ['select', 'insert', 'update', 'delete'] })
await sql`create table shared_probe (municipality_id text not null, zone_id text, id text)`.execute(
  owner,
)
await protectTable(owner, 'shared_probe', { owner: 'zoneOrAll', may: ['select'] })
for (const municipality of [here, there]) await addMunicipality(accounts, municipality)
await sql`insert into probe values ('here', 'nord-1', 'a'), ('here', 'sor-1', 'b'), ('there', 'nord-1', 'c')`.execute(
  owner,
)
await sql`insert into shared_probe select * from probe union all values ('here', null, 'd'), ('there', null, 'e')`.execute(
  owner,
)

function scopeOf(municipality: MunicipalityId, ...zones: ZoneId[]): TenantScope {
  return { municipality, zones, account: null, role: null }
}

async function addMunicipality(
  accounts: AccountsDatabase,
  municipalityId: MunicipalityId,
): Promise<void> {
  await withAccounts(accounts, municipalityId, async (transaction) => {
    const sectionId = SectionId.parse('nord')
    await transaction
      .insertInto('municipality')
      .values({ municipalityId, name: municipalityId, hostName: municipalityId })
      .execute()
    await transaction
      .insertInto('section')
      .values({ municipalityId, sectionId, name: 'Nord' })
      .execute()
    for (const zoneId of [north, south]) {
      await transaction
        .insertInto('zone')
        .values({ municipalityId, zoneId, sectionId, name: zoneId })
        .execute()
    }
  })
}

function listProbes(scope: TenantScope, table = 'probe'): Promise<unknown[]> {
  return withTenant(db, scope, async (transaction) => {
    const answer = await sql<{
      id: string
    }>`select id from ${sql.table(table)} order by id`.execute(transaction)
    return answer.rows.map(({ id }) => id)
  })
}

describe('the catalogue', () => {
  test('holds no table of ours without forced row-level security', async () => {
    const unprotected = await sql<{ relname: string }>`
      select relname from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and relname not in ('migration', 'migration_lock')
        and not (relrowsecurity and relforcerowsecurity
          and exists (select from pg_policy where polrelid = pg_class.oid))`.execute(db)

    expect(unprotected.rows).toEqual([])
  })

  test('holds no table of ours whose key does not begin with the municipality', async () => {
    const others = await sql<{ relname: string }>`
      select relname from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and relname not in ('migration', 'migration_lock', 'probe', 'shared_probe', 'server_key')
        and not exists (
          select from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
          where indrelid = pg_class.oid and indisprimary and attname = 'municipality_id')`.execute(
      db,
    )

    expect(others.rows).toEqual([])
  })

  test('gives the application role no right to the migrations and no way around the policies', async () => {
    const rights = await sql<{ superuser: boolean; bypass: boolean; migrations: boolean }>`
      select rolsuper as superuser, rolbypassrls as bypass,
        has_table_privilege('beredt_app', 'migration', 'select') as migrations
      from pg_roles where rolname = 'beredt_app'`.execute(db)

    expect(rights.rows).toEqual([{ superuser: false, bypass: false, migrations: false }])
  })
})

describe('a scope', () => {
  test('sees its own municipality and zones only', async () => {
    expect(await listProbes(scopeOf(here, north))).toEqual(['a'])
    expect(await listProbes(scopeOf(here, north, south))).toEqual(['a', 'b'])
    expect(await listProbes(scopeOf(there, north, south))).toEqual(['c'])
  })

  test('without zones sees nothing of any zone', async () => {
    expect(await listProbes(scopeOf(here))).toEqual([])
  })

  test('without zones sees what is for the whole municipality', async () => {
    expect(await listProbes(scopeOf(here), 'shared_probe')).toEqual(['d'])
    expect(await listProbes(scopeOf(here, north), 'shared_probe')).toEqual(['a', 'd'])
  })

  test.each(['here', 'there'])(
    'cannot write a row of zone sor-1 in %s from nord-1',
    async (municipality) => {
      const add = withTenant(db, scopeOf(here, north), (transaction) =>
        sql`insert into probe values (${municipality}, 'sor-1', 'x')`.execute(transaction),
      )

      await expect(add).rejects.toMatchObject({ code: '42501' })
    },
  )

  test('cannot change, move or delete rows of another zone or municipality', async () => {
    const touched = await withTenant(db, scopeOf(here, north), async (transaction) => [
      await sql`update probe set id = 'x' where id <> 'a'`.execute(transaction),
      await sql`delete from probe where id <> 'a'`.execute(transaction),
    ])
    const move = (change: string) =>
      withTenant(db, scopeOf(here, north), (transaction) =>
        sql`update probe set ${sql.raw(change)}`.execute(transaction),
      )

    expect(touched.map((answer) => answer.numAffectedRows)).toEqual([0n, 0n])
    await expect(move(`zone_id = 'sor-1'`)).rejects.toMatchObject({ code: '42501' })
    await expect(move(`municipality_id = 'there'`)).rejects.toMatchObject({ code: '42501' })
    expect(await listProbes(scopeOf(here, south))).toEqual(['b'])
  })

  test('reads no account, session or zone of another municipality', async () => {
    const rows = await withTenant(db, scopeOf(here, north), (transaction) =>
      transaction.selectFrom('zone').select('municipalityId').execute(),
    )

    expect(new Set(rows.map((row) => row.municipalityId))).toEqual(new Set([here]))
  })
})

describe('a connection', () => {
  test('has no tenant left when it goes back to the pool', async () => {
    await withTenant(db, scopeOf(here, north), () => Promise.resolve())

    const seen = await db.transaction().execute(async (transaction) => {
      await sql`set local role beredt_app`.execute(transaction)
      const probes = await sql`select * from probe`.execute(transaction)
      const shared = await sql`select * from shared_probe`.execute(transaction)
      return [...probes.rows, ...shared.rows]
    })

    expect(seen).toEqual([])
  })

  test('that never had a tenant sees nothing', async () => {
    const seen = await db.connection().execute(async (connection) => {
      await sql`discard all`.execute(connection)
      await sql`set role beredt_app`.execute(connection)
      const answer = await sql`select * from probe`.execute(connection)
      await sql`reset role`.execute(connection)
      return answer.rows
    })

    expect(seen).toEqual([])
  })

  test('as the directory reads host names and nothing else', async () => {
    const hostNames = await asDirectory('select municipality_id, host_name from municipality')

    expect(hostNames).toHaveLength(2)
    await expect(asDirectory('select name from municipality')).rejects.toMatchObject({
      code: '42501',
    })
    await expect(asDirectory('select * from account')).rejects.toMatchObject({ code: '42501' })
  })
})

function asDirectory(statement: string): Promise<unknown[]> {
  return db.transaction().execute(async (transaction) => {
    await sql`set local role beredt_directory`.execute(transaction)
    return (await sql.raw(statement).execute(transaction)).rows
  })
}

test('the system scope of a municipality has all its zones and no others', async () => {
  expect(await systemScope(db, here)).toEqual(scopeOf(here, north, south))
})
