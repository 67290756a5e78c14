import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { usualLimits } from '#server/http/admission.ts'
import { openLog } from '#server/base/log.ts'
import { systemSources } from '#server/base/sources.ts'
import { openServices } from '#server/open-services.ts'
import { buildServer } from '#server/server.ts'
import { PatientId } from '#domain/base/ids.ts'
import { thirtyEmployees } from '../../support/an-employee-list.ts'
import { listHeader } from '../../support/import-bench.ts'
import { enrolledDevice } from '../../support/sync-bench.ts'
import { asOwnerOf, createTestDatabase, openTestDatabase } from '../../support/test-database.ts'
import { cookieFrom } from '../../support/cookie-from.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const root = join(import.meta.dirname, '../../..')
const urls = await createTestDatabase()
const folder = await mkdtemp(join(tmpdir(), 'beredt-accounts-'))
afterAll(() => rm(folder, { recursive: true }))
// Each call is a process that opens the database.
vi.setConfig({ testTimeout: 240_000 })

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    env: { ...process.env, DATABASE_URL: urls.server, DATA_DIR: folder, DEMO: '0' },
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr }
}

async function aFile(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

const Answer = z.strictObject({
  file: z.string(),
  municipality: z.nullable(z.string()),
  rows: z.int(),
  made: z.int(),
  known: z.int(),
  unclear: z.array(z.strictObject({ line: z.int(), kind: z.string(), reason: z.string() })),
  newPlaces: z.object({
    sections: z.array(z.string()),
    zones: z.array(z.object({ section: z.string(), name: z.string() })),
  }),
  codes: z.array(
    z.strictObject({
      name: z.string(),
      username: z.string(),
      code: z.string(),
      expiresAt: z.string(),
    }),
  ),
  taken: z.boolean(),
  hasAdministrator: z.boolean(),
  refusal: z.nullable(z.strictObject({ kind: z.string(), text: z.string() })),
})

function accounts(file: string, ...more: string[]) {
  const { code, stdout } = run('scripts/accounts.ts', file, '--json', ...more)
  return { code, answer: Answer.parse(JSON.parse(stdout)) }
}

/** The list that the leader of the one section takes in, of its three zones. */
const weekList = [
  listHeader,
  ...['Indre', 'Ytre', 'Øst'].map(
    (zone, at) =>
      `Prøvedal, Anne${'abc'.charAt(at)};;14.03.194${at};Furuveien 1${at};90000${at}01;${zone};TRY;`,
  ),
].join('\n')

test('from an empty database to two sections, five zones, thirty people, a list and an enrolled phone, by commands', async () => {
  const staff = await aFile('ansatte.csv', thirtyEmployees.bytes())

  // What would be made is told first, and nothing is before it is accepted.
  const asked = accounts(staff)
  expect(asked).toMatchObject({
    code: 1,
    answer: { rows: 30, made: 30, taken: false, refusal: { kind: 'newPlaces' }, codes: [] },
  })
  expect(asked.answer.newPlaces.zones).toHaveLength(5)
  expect(accounts(staff, '--dry-run', '--accept-new-zones')).toMatchObject({
    code: 0,
    answer: { taken: false, codes: [], refusal: null },
  })
  const taken = accounts(staff, '--accept-new-zones', '--name', 'Prøvevik kommune')
  expect(taken).toMatchObject({ code: 0, answer: { taken: true, hasAdministrator: false } })
  expect(taken.answer.codes).toHaveLength(30)

  const list = await aFile('uke49.csv', weekList)
  const imported = run('scripts/import.ts', list, '--section', 'nordre', '--json')
  expect([imported.code, imported.stderr]).toEqual([0, expect.anything()])
  expect(JSON.parse(imported.stdout)).toMatchObject({ people: 3, taken: true })

  // A nurse of the list chooses a password by her code, enrols a phone and fetches her zone.
  const { db, accounts: pool } = openTestDatabase(urls)
  const services = await openServices({
    db,
    accounts: pool,
    dataDir: folder,
    sources: systemSources,
  })
  const server = await buildServer(services, {
    log: openLog('silent'),
    publicUrl: null,
    tls: null,
    clientFolders: [],
    admission: usualLimits,
    maxRequestsPerMinute: 100_000,
    metricsToken: null,
    securityWebhook: null,
  })
  const nurse = taken.answer.codes.find(({ username }) => username === 'bjorg.provestada')
  const redeemed = await server.inject({
    method: 'POST',
    url: '/api/sign-in-codes/redeem',
    payload: { username: nurse?.username, code: nurse?.code, password: 'et langt passord' },
  })
  expect(redeemed.json()).toMatchObject({
    municipality: { name: 'Prøvevik kommune' },
    zones: [{ name: 'Indre' }],
  })
  const headers = {
    cookie: cookieFrom(redeemed.headers['set-cookie']),
    'sec-fetch-site': 'same-origin',
  }
  const phone = await enrolledDevice(server, headers, webCryptoOf(services.keys.current()))
  await phone.sync()
  const { rows } = await sql<{ docId: string }>`
    select doc_id from stream_doc where zone_id = 'indre' and schema like 'patient@%'`.execute(
    asOwnerOf(urls),
  )
  expect(rows).toHaveLength(1)
  expect(PatientId.safeParse(rows[0]?.docId).success).toBe(true)
  await server.close()
})

test('an administrator in the list ends the one-time link, and the same list makes nobody twice', async () => {
  const admin = await aFile('admin.csv', 'Navn;Rolle\nArne Lund;Administrator\n')
  const db = asOwnerOf(urls)
  const links = async () => (await sql`select 1 from invitation`.execute(db)).rows.length
  expect(await links()).toBe(1)

  expect(accounts(admin)).toMatchObject({ code: 0, answer: { made: 1, hasAdministrator: true } })
  expect(await links()).toBe(0)
  expect(accounts(admin)).toMatchObject({ code: 0, answer: { made: 0, known: 1, codes: [] } })
})

const set = (...args: string[]) => {
  const { code, stdout } = run('scripts/accounts.ts', '--username', 'Bjorg.Provestada', ...args)
  return { code, stdout }
}

test('the time of one account, and of a zone that is lent to it, is set, extended and ended', () => {
  const setJson = (...args: string[]) => {
    const { code, stdout } = set(...args, '--json')
    const answer: unknown = JSON.parse(stdout)
    return { code, answer }
  }

  expect(setJson('--to', '2099-12-14', '--from', '2099-12-01')).toEqual({
    code: 0,
    answer: {
      username: 'Bjorg.Provestada',
      zone: null,
      from: '2099-11-30T23:00:00.000Z',
      to: '2099-12-14T23:00:00.000Z',
      saved: true,
      refusal: null,
    },
  })
  expect(setJson('--permanent')).toMatchObject({ code: 0, answer: { to: null, saved: true } })
  expect(setJson('--zone', 'vest', '--to', '2099-12-14')).toMatchObject({
    code: 0,
    answer: { zone: 'vest', to: '2099-12-14T23:00:00.000Z' },
  })
  expect(set('--zone', 'vest', '--end').stdout).toContain('sonen er tatt tilbake')
  expect(setJson('--zone', 'indre', '--to', '2099-12-14')).toMatchObject({
    code: 1,
    answer: { saved: false, refusal: { kind: 'zoneHeld' } },
  })
  expect(set('--end')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('Kontoen har ingen sluttdato'),
  })
})

test('the terminal shows the codes, the unclear rows and what to do', async () => {
  const file = await aFile('uklar.csv', 'Navn;Rolle;Sone\nKari Ny;;Indre\nPer Li;Ordfører;Indre\n')

  const { code, stdout } = run('scripts/accounts.ts', file)

  expect(code).toBe(0)
  expect(stdout).toContain('2 rader: 1 nye, 0 har konto fra før, 1 er uklare')
  expect(stdout).toContain('Linje 3: Kjenner ikke rollen «Ordfører»')
  expect(stdout).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4} {2}kari\.ny {2}\(Kari Ny\)/)
  expect(stdout).toContain('Lagt inn: 1 ansatt.')
})

test.each([
  ['no file', [], 2],
  ['two files', ['a.csv', 'b.csv'], 2],
  ['days and an end', ['--username', 'kari.ny', '--to', '2099-01-01', '--end'], 2],
  ['a day in other words', ['--username', 'kari.ny', '--to', '14.12.2099'], 2],
  ['an unknown option', ['a.csv', '--admin'], 2],
  ['a file that is not there', ['borte.csv'], 2],
  ['another municipality', ['uklar.csv', '--municipality', 'borte'], 2],
] as const)('%s is a wrong call', (_what, args, code) => {
  const outcome = run(
    'scripts/accounts.ts',
    ...args.map((one) => (one === 'uklar.csv' ? join(folder, one) : one)),
  )

  expect(outcome.code).toBe(code)
  expect(outcome.stdout).toBe('')
  expect(outcome.stderr).not.toBe('')
})
