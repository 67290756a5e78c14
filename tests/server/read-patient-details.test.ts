import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { routes } from '#contract/routes.ts'
import { type EmployeeId, ZoneId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { maxPartsPerHour } from '#domain/patient/patient-part.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { aPatient, aPatientId, noon } from '../support/a-patient.ts'
import { anAccount, signIn, testMunicipality, testServer } from '../support/test-server.ts'

const bench = await testServer()
const { services, server } = bench
const { db } = services
const system = await systemScope(db, testMunicipality)
const zone = ZoneId.parse('nord-2')
const place = { municipality: testMunicipality, world: 'real', zone } as const
const hers = aPatientId(1)
const other = aPatientId(2)
const reason = 'Leder enheten, alarm uten svar'
const code = '4071'

const detailsOf = (patientId: typeof hers, diagnosis: string) => ({
  patientId,
  personalNumber: null,
  gender: null,
  diagnoses: [diagnosis],
  resuscitation: null,
  nutrition: null,
  pharmacy: null,
  medications: [],
  medicationsReviewedOn: null,
  asOf: null,
})
const protectedOf = (patientId: typeof hers, opens: string) => ({
  patientId,
  address: null,
  phone: '90000001',
  codes: [{ code: opens, opens: { kind: 'other', label: 'Port' } } as const],
})

await withTenant(db, system, async (transaction) => {
  const streams = postgresStreamStore(transaction)
  const context = { hasher: nodeHasher, now: bench.now() }
  for (const [kind, documents] of [
    [
      'patient',
      [hers, other].map((id) => documentOf('patient', { ...aPatient({ id }), asOf: null })),
    ],
    [
      'patientDetails',
      [
        documentOf('patientDetails', detailsOf(hers, 'Diabetes')),
        documentOf('patientDetails', detailsOf(other, 'Epilepsi')),
        documentOf('detailsTime', { zone, asOf: noon }),
      ],
    ],
    [
      'protectedDetails',
      [
        documentOf('protectedDetails', protectedOf(hers, code)),
        documentOf('protectedDetails', protectedOf(other, '9999')),
      ],
    ],
  ] as const) {
    const writes = documents.map((document) => ({ kind: 'put', ...document }) as const)
    await writeVersions(streams, zoneStreamOf(kind, place), writes, context)
  }
})

let headers: Awaited<ReturnType<typeof signIn>>
let employee: EmployeeId
let watches = 0

/** Each test has an on-call employee of its own, because the hour's limit is hers. */
async function anOnCall() {
  const username = `hdu${++watches}`
  const id = await anAccount(bench, { username, role: 'hdu', zones: [zone] })
  return { id, headers: await signIn(bench, username) }
}

beforeAll(async () => {
  const onCall = await anOnCall()
  employee = onCall.id
  headers = onCall.headers
})

const ask = (more: object = {}, as: { id: EmployeeId; headers: typeof headers } | null = null) =>
  server.inject({
    method: 'POST',
    url: routes.readPatientDetails.path,
    headers: as?.headers ?? headers,
    payload: {
      employee: as?.id ?? employee,
      world: 'real',
      zone,
      patientId: hers,
      part: 'details',
      reason,
      ...more,
    },
  })

const listLog = (of: EmployeeId) =>
  withTenant(db, system, (transaction) =>
    transaction
      .selectFrom('accessLog')
      .select(['patientId', 'revealed', 'reason', 'entryId', 'deviceId', 'openedAt', 'zoneId'])
      .where('employeeId', '=', of)
      .execute(),
  )

describe('the digital health on-call', () => {
  test('gets the details of one patient, dated by their list, and the log has why', async () => {
    const onCall = await anOnCall()
    const answer = await ask({}, onCall)

    expect(answer.json()).toEqual({
      part: 'details',
      details: { ...detailsOf(hers, 'Diabetes'), asOf: noon },
      amendments: [],
    })
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(await listLog(onCall.id)).toEqual([
      {
        patientId: hers,
        revealed: 'details',
        reason,
        entryId: null,
        deviceId: null,
        openedAt: bench.now(),
        zoneId: zone,
      },
    ])
  })

  test('gets a code without the address, and an address without the codes', async () => {
    const [codes, address] = await Promise.all([ask({ part: 'code' }), ask({ part: 'address' })])

    expect(codes.json()).toEqual({
      part: 'code',
      codes: protectedOf(hers, code).codes,
      amendments: [],
    })
    expect(address.json()).toEqual({
      part: 'address',
      address: null,
      phone: '90000001',
      amendments: [],
    })
  })

  test('is told that nothing is recorded, and that is logged too', async () => {
    const onCall = await anOnCall()
    const bare = aPatientId(3)
    await withTenant(db, system, (transaction) =>
      writeVersions(
        postgresStreamStore(transaction),
        zoneStreamOf('patient', place),
        [{ kind: 'put', ...documentOf('patient', { ...aPatient({ id: bare }), asOf: null }) }],
        { hasher: nodeHasher, now: bench.now() },
      ),
    )

    const answer = await ask({ patientId: bare, part: 'code' }, onCall)

    expect(answer.json()).toEqual({ part: 'code', codes: [], amendments: [] })
    expect(await listLog(onCall.id)).toHaveLength(1)
  })

  test.each([
    ['no reason', { reason: '' }, 400],
    ['a reason of one word', { reason: 'Nødsituasjon' }, 400],
    ['a reason of spaces', { reason: '              ' }, 400],
    ['a part that nobody has', { part: 'journal' }, 400],
    ['another zone', { zone: 'sor-1' }, 403],
    ['a patient of nobody', { patientId: randomUUID() }, 404],
    ['a patient in the other world', { world: 'exercise' }, 404],
    ['a colleague’s name', { employee: randomUUID() }, 401],
  ])('gets nothing with %s, and nothing is logged', async (_, more, status) => {
    const onCall = await anOnCall()
    const answer = await ask(more, onCall)

    expect(answer.statusCode).toBe(status)
    expect(answer.body).not.toContain('Diabetes')
    expect(await listLog(onCall.id)).toEqual([])
  })

  test('gets no half of a document that this server cannot read, and nothing is logged', async () => {
    const onCall = await anOnCall()
    const damaged = aPatientId(4)
    await withTenant(db, system, async (transaction) => {
      const streams = postgresStreamStore(transaction)
      const context = { hasher: nodeHasher, now: bench.now() }
      const listed = documentOf('patient', { ...aPatient({ id: damaged }), asOf: null })
      const unreadable = {
        docId: damaged,
        schema: 'patientDetails@1',
        body: { diagnoses: ['Kols'] },
      }
      for (const [kind, document] of [
        ['patient', listed],
        ['patientDetails', unreadable],
      ] as const) {
        const write = { kind: 'put', ...document } as const
        await writeVersions(streams, zoneStreamOf(kind, place), [write], context)
      }
    })

    const answer = await ask({ patientId: damaged }, onCall)

    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('Kols')
    expect(await listLog(onCall.id)).toEqual([])
  })

  test('gets so many parts an hour, also when they are asked for at once', async () => {
    const onCall = await anOnCall()
    const answers = await Promise.all(
      Array.from({ length: maxPartsPerHour + 5 }, () => ask({ part: 'code' }, onCall)),
    )
    const statuses = answers.map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 200)).toHaveLength(maxPartsPerHour)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect(answers.find(({ statusCode }) => statusCode === 429)?.json()).toMatchObject({
      kind: 'hourlyLimit',
      retryAfterSeconds: 3600,
    })
    expect(await listLog(onCall.id)).toHaveLength(maxPartsPerHour)

    bench.passMinutes(61)
    const later = { ...onCall, headers: await signIn(bench, `hdu${watches}`) }

    expect((await ask({ part: 'code' }, later)).statusCode).toBe(200)
  })
})

const newestAccess = async (of: EmployeeId) => {
  const rows = await withTenant(db, system, (transaction) =>
    transaction.selectFrom('accessLog').select('accessId').where('employeeId', '=', of).execute(),
  )
  return rows[0]?.accessId ?? null
}

const readAs = (access: string | null, as: EmployeeId) =>
  withTenant(db, { ...system, account: as, role: 'hdu' }, async (transaction) => {
    if (access !== null) {
      await sql`select set_config('beredt.access', ${access}, true)`.execute(transaction)
    }
    const rows = await transaction.selectFrom('streamDoc').select(['streamId', 'docId']).execute()
    const ofZones = rows.filter(({ streamId }) => !streamId.includes('/*/'))
    const rest = ofZones.filter(({ streamId }) => !streamId.endsWith('/critical'))
    return rest.map(({ streamId, docId }) => `${streamId.split('/')[3]} ${docId}`).toSorted()
  })

describe('the database', () => {
  test('shows the on-call employee nothing that the log does not name', async () => {
    const onCall = await anOnCall()
    const colleague = await anOnCall()
    await ask({}, onCall)
    const access = await newestAccess(onCall.id)

    expect(await readAs(null, onCall.id)).toEqual([])
    expect(await readAs(access, colleague.id)).toEqual([])
    expect(await readAs(randomUUID(), onCall.id)).toEqual([])
    expect(await readAs(access, onCall.id)).toEqual(
      [`details details-time-${zone}`, `details ${hers}`].toSorted(),
    )
  })

  test('shows one patient’s protected part for a code, and no details', async () => {
    const onCall = await anOnCall()
    await ask({ part: 'code' }, onCall)

    expect(await readAs(await newestAccess(onCall.id), onCall.id)).toEqual([`protected ${hers}`])
  })
})
