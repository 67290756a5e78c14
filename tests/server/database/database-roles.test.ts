import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { systemScope, withAccounts, withTenant } from '#server/database/with-tenant.ts'
import { requirePrepared } from '#server/database/prepare-database.ts'
import { asOwnerOf, createTestDatabase, openTestDatabase } from '../../support/test-database.ts'
import { anAccount, testMunicipality, testServer, testZones } from '../../support/test-server.ts'

const bench = await testServer()
const { db, accounts } = bench.services
const scope = await systemScope(db, testMunicipality)
const owner = asOwnerOf(bench.urls)
const kari = await anAccount(bench, {
  username: 'kari',
  role: 'nurse',
  zones: testZones.slice(0, 1),
})

function asApplication(statement: string): Promise<unknown> {
  return withTenant(db, scope, (transaction) => sql.raw(statement).execute(transaction))
}

function asAccounts(statement: string): Promise<unknown> {
  return withAccounts(accounts, scope, (transaction) => sql.raw(statement).execute(transaction))
}

const denied = { code: '42501' }

describe('the application role is refused', () => {
  test.each([
    'select password_hash from account',
    'select * from account',
    `update account set role = 'administrator'`,
    `update account set closed_at = null`,
    `insert into account (municipality_id, account_id, username, role, name, title)
      values ('testby', '${randomUUID()}', 'ny', 'administrator', 'Ny', 'Ny')`,
    'delete from account_zone',
    `insert into account_right values ('testby', '${randomUUID()}', 'role', 'administrator', now())`,
    'select * from session',
    'select * from login_attempt',
    'delete from login_attempt',
    'select * from invitation',
    `update zone set section_id = 'sor'`,
    `update municipality set approves_devices = false`,
    `insert into approval_switch (municipality_id, switched_at, switched_by, approves_devices)
      values ('testby', now(), '${randomUUID()}', false)`,
    `update device set closed_at = null`,
    'update device set key_id = key_id',
    'update access_log set reason = null',
    'delete from access_log',
    'update inbox set entry = entry',
    'update inbox set received_at = now()',
    'delete from inbox',
    'delete from entry_review',
    'select * from server_key',
    'set role beredt_accounts',
    'set session authorization postgres',
    'alter table access_log disable row level security',
  ])('%s', async (statement) => {
    await expect(asApplication(statement)).rejects.toMatchObject(denied)
  })

  test('as the login role itself, everything that the roles it takes may do', async () => {
    for (const table of ['account', 'stream_doc', 'inbox', 'server_key']) {
      await expect(sql`select * from ${sql.table(table)}`.execute(db)).rejects.toMatchObject(denied)
    }
  })
})

test('the application role reads what an account is called, and what it may do', async () => {
  await expect(asApplication('select name, role, closed_at from account')).resolves.toMatchObject({
    rows: [{ name: 'Kari Nordmann', role: 'nurse', closedAt: null }],
  })
})

describe('the role of accounts', () => {
  test('reads and writes what signs in', async () => {
    await asAccounts(`update account set title = 'Fagsykepleier' where username = 'kari'`)

    const read = await asAccounts('select title, password_hash from account')
    expect(read).toMatchObject({ rows: [{ title: 'Fagsykepleier' }] })
  })

  test.each([
    'select * from stream_doc',
    'select * from inbox',
    'select * from access_log',
    'select * from patient_identity',
    'delete from account',
    'update account set account_id = gen_random_uuid()',
    'delete from account_right',
    'delete from approval_switch',
    'set role beredt_app',
  ])('is refused: %s', async (statement) => {
    await expect(asAccounts(statement)).rejects.toMatchObject(denied)
  })
})

describe('a document of a stream', () => {
  const moved = { zone: 'nord-1', to: 'nord-2' }
  const stream = `testby/real/${moved.zone}/critical`

  test('lies in the zone that its stream names, whoever writes it', async () => {
    await sql`insert into stream (municipality_id, stream_id, zone_id, epoch, seq, chain, floor, count, root, leaves)
      values ('testby', ${stream}, ${moved.zone}, 1, 1, '', 0, 1, '', decode(repeat('00', 8192), 'hex'))`.execute(
      owner,
    )
    await sql`insert into stream_doc (municipality_id, stream_id, zone_id, doc_id, seq, leaf, deleted, schema, body,
      body_hash, written_at)
      values ('testby', ${stream}, ${moved.zone}, 'a', 1, 0, false, 'patient@1', '{}', '', now())`.execute(
      owner,
    )

    for (const table of ['stream', 'stream_doc']) {
      const name = sql.table(table)
      for (const zone of [moved.to, null]) {
        const move = sql`update ${name} set zone_id = ${zone} where stream_id = ${stream}`
        await expect(withTenant(db, scope, (one) => move.execute(one))).rejects.toMatchObject({
          code: '23514',
        })
        await expect(move.execute(owner)).rejects.toMatchObject({ code: '23514' })
      }
    }
  })
})

function makeZone(maker: typeof scope, zone: string): Promise<unknown> {
  return withTenant(db, maker, (transaction) =>
    sql`select make_zone('nord', ${zone}, 'Nord 9', '{}'::uuid[], now())`.execute(transaction),
  )
}

describe('a zone that an import makes', () => {
  test('is made by the server, and no zone that stands is given to anybody', async () => {
    await makeZone(scope, 'nord-9')

    await expect(makeZone(scope, 'nord-1')).rejects.toMatchObject({ code: '23505' })
    expect((await systemScope(db, testMunicipality)).zones).toContain('nord-9')
  })

  test.each(['nurse', 'shiftLead', 'hdu', 'administrator'] as const)(
    'is not made for %s',
    async (role) => {
      await expect(makeZone({ ...scope, account: kari, role }, 'nord-10')).rejects.toMatchObject(
        denied,
      )
    },
  )
})

describe('a server does not start', () => {
  test('on an address of the owner of the tables', async () => {
    const urls = await createTestDatabase()
    const asOwner = openTestDatabase({ ...urls, server: urls.owner })

    await expect(requirePrepared(asOwner.db, asOwner.accounts)).rejects.toMatchObject({
      kind: 'owner',
    })
  })

  test('on a database whose migrations are missing', async () => {
    const urls = await createTestDatabase()
    await sql`delete from migration where name like '0051%'`.execute(asOwnerOf(urls))
    const opened = openTestDatabase(urls)

    await expect(requirePrepared(opened.db, opened.accounts)).rejects.toMatchObject({
      kind: 'behind',
    })
  })

  test('on a database without the role of accounts', async () => {
    const urls = await createTestDatabase()
    const wrong = new URL(urls.accounts)
    wrong.username = 'beredt_unknown'
    const opened = openTestDatabase({ ...urls, accounts: wrong.href })

    await expect(requirePrepared(opened.db, opened.accounts)).rejects.toMatchObject({
      kind: 'unprepared',
    })
  })
})
