import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withTenant } from '#server/database/with-tenant.ts'
import { postgresInboxStore } from '#server/inbox/postgres-inbox-store.ts'
import { buildServer } from '#server/server.ts'
import { aNote, issueForm } from '../attacks/a-note.ts'
import { aChangedApp } from '../attacks/changed-app.ts'
import { foundTown, north } from '../attacks/town.ts'
import { openTestDatabase } from '../support/test-database.ts'
import { testServer } from '../support/test-server.ts'

const bench = await testServer()
const { server, owner, urls, services } = bench
const town = await foundTown({ ...bench, close: () => Promise.resolve() })
await issueForm(town)
const nurse = await town.hire('Anne Solbakken', 'nurse', [north])
const app = await aChangedApp(town, nurse)
const tables = ['inbox', 'device', 'device_contact', 'session']

/** What PostgreSQL says when its disk is full, said by a trigger. `npm run faults -- full-disk` fills a real one. */
async function fillDisk(): Promise<() => Promise<void>> {
  await sql`
    create function disk_is_full() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`.execute(
    owner,
  )
  for (const table of tables) {
    await sql`
      create trigger disk_is_full before insert or update on ${sql.table(table)}
      for each row execute function disk_is_full()`.execute(owner)
  }
  return async () => {
    await sql`drop function disk_is_full() cascade`.execute(owner)
  }
}

test('a full disk is told to whoever pushes, what is fetched comes, and what was heard is written down afterwards', async () => {
  const entries = [await app.seal(aNote(nurse))]
  bench.passMinutes(60)
  const makeRoom = await fillDisk()

  const refused = await app.push(entries)
  const listed = await app.listStreams()
  const heardAt = bench.now()
  bench.passMinutes(1)
  await makeRoom()
  const taken = await app.push(entries)

  expect(refused.statusCode).toBe(503)
  expect(refused.headers['retry-after']).toBe('60')
  expect(refused.json()).toMatchObject({
    kind: 'busy',
    cannotStore: 'diskFull',
    text: expect.stringContaining('Frigjør plass på disken der databasen ligger'),
  })
  // An hour later her token is due to be replaced, and she reads on with the one that she has.
  expect(listed.statusCode).toBe(200)
  expect(listed.json().streams.length).toBeGreaterThan(0)
  expect(taken.json().results).toMatchObject([{ result: 'stored' }])
  const { deviceId } = entries[0]?.header ?? {}
  if (deviceId === undefined) throw new Error('Nothing was sealed')
  const contacts = await withTenant(services.db, town.scope, (transaction) =>
    postgresInboxStore(transaction, town.municipality).listContacts(deviceId),
  )
  expect(contacts.get(nurse.profile.author.employeeId)).toBe(heardAt)
})

test('health fails with the reason while the database takes in nothing', async () => {
  const name = sql.id(new URL(urls.owner).pathname.slice(1))
  await sql`alter database ${name} set default_transaction_read_only = on`.execute(owner)
  const readOnly = openTestDatabase(urls)
  const beside = await buildServer({ ...services, db: readOnly.db }, bench.settings)

  // Each connection keeps what it began with, and these are new.
  const failing = await beside.inject('/healthz')
  await sql`alter database ${name} reset default_transaction_read_only`.execute(owner)
  const sound = await server.inject('/healthz')
  await beside.close()

  expect(failing.statusCode).toBe(503)
  expect(failing.json()).toMatchObject({ kind: 'busy', cannotStore: 'writeFailed' })
  expect(failing.json().text).toContain('Databasen får ikke skrevet')
  expect([sound.statusCode, sound.json()]).toEqual([200, { ok: true }])
})
