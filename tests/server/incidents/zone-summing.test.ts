import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { type EntryId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { type NamedDocument, documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { ContactState } from '#domain/people/person-fact.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { createAccount } from '#server/accounts/create-account.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { openZoneSumming } from '#server/incidents/zone-summing.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { readDocuments } from '#server/streams/read-documents.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { aStart } from '../../support/a-fact.ts'
import { aDevice, aPatient, codes } from '../../support/a-patient.ts'
import { factsBench } from '../../support/facts-bench.ts'
import { newIncident } from '../../support/new-fact.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { enrolledDevice } from '../../support/sync-bench.ts'
import { signIn, testMunicipality, testPassword, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const crypto = webCryptoOf(services.keys.current())
const rights = await rightsBench(bench, crypto)
const said = factsBench(bench, rights, crypto)
const place = { municipality: testMunicipality, world: 'real' } as const
const nord1 = ZoneId.parse('nord-1')
const nord2 = ZoneId.parse('nord-2')
const incident = newIncident()
const faults: unknown[] = []
const summing = openZoneSumming({
  db: services.db,
  now: bench.now,
  onFault: (fault) => faults.push(fault),
})

const put = (stream: StreamId, documents: readonly NamedDocument[]) =>
  withTenant(services.db, rights.scope, (transaction) =>
    writeVersions(
      postgresStreamStore(transaction),
      stream,
      documents.map((document) => ({ kind: 'put', ...document })),
      { hasher: nodeHasher, now: bench.now() },
    ),
  )

const ids = Array.from({ length: 4 }, () => PatientId.parse(randomUUID()))
const patients = ids.map((id, n) =>
  aPatient({
    id,
    zone: nord1,
    name: { family: `Berg ${n}`, given: 'A' },
    services: codes('TRY', 'BST'),
    devices: n === 0 ? [aDevice({ kind: 'suction-tracheostomy', batteryMinutes: 150 })] : [],
  }),
)
await put(municipalityStreamOf('serviceDefinition', place), [
  ...defaultServiceDefinitions.map((one) => documentOf('serviceDefinition', one)),
  ...deviceKinds.map((one) => documentOf('deviceKind', one)),
])
await put(zoneStreamOf('patient', { ...place, zone: nord1 }), [
  documentOf('listTime', { zone: nord1, asOf: bench.now() }),
  ...patients.map((patient) => documentOf('patient', patient)),
])
await createAccount(services, testMunicipality, {
  username: 'berit',
  password: testPassword,
  name: 'Berit',
  title: 'Sykepleier',
  hprNumber: null,
  role: 'sectionLeader',
  zones: [nord1, nord2],
})
const clock = { now: bench.now }
const phone = await enrolledDevice(server, await signIn(bench, 'berit'), crypto, clock)

async function sum() {
  bench.passMinutes(1)
  await summing.sumDue(testMunicipality)
  return await withTenant(services.db, rights.scope, async (transaction) => {
    const stream = municipalityStreamOf('zoneSums', place)
    const { values } = await readDocuments(postgresStreamStore(transaction), 'zoneSums', stream)
    return values.toSorted((a, b) => (a.zone < b.zone ? -1 : 1))
  })
}

const contact = (n: number, state: ContactState, replaces: EntryId[] = []) =>
  said.sayOfPerson(phone, {
    incident,
    zone: nord1,
    replaces,
    body: {
      kind: 'contact',
      patientId: ids[n] ?? PatientId.parse(randomUUID()),
      state,
      word: null,
    },
  })

test('nothing is summed while nothing is down', async () => {
  expect(await sum()).toEqual([])
})

test('each zone of an incident is summed, and again when somebody is reached and when the clock turns a row red', async () => {
  const startsAt = bench.now()
  const area = { zones: [nord1, nord2], streets: [] }
  await said.sayOfIncident(phone, { incident, body: aStart({ startsAt, area }) })

  const first = await sum()
  await contact(1, 'needsVisit')
  await contact(2, 'spokenOk')
  const second = await sum()
  bench.passMinutes(40)
  const third = await sum()

  expect(first).toMatchObject([
    { incident, zone: nord1, people: 4, notReached: 4, notContacted: 4, needsVisit: 0, red: 0 },
    { incident, zone: nord2, people: 0, notReached: 0, red: 0 },
  ])
  expect(second[0]).toMatchObject({ notReached: 3, notContacted: 2, needsVisit: 1, red: 0 })
  expect(third[0]).toMatchObject({ notReached: 3, red: 1 })
  expect(faults).toEqual([])
})

test('no name and no id of a patient is in the sums', async () => {
  const text = JSON.stringify(await sum())

  for (const { id, name } of patients) {
    expect(text).not.toContain(id)
    expect(text).not.toContain(name.family)
  }
})

test('a zone that cannot be read holds up no other', async () => {
  const damaged = { docId: 'a', schema: 'personFact@1', body: {} }
  await put(StreamId.parse(`${testMunicipality}/real/nord-2/people`), [damaged])
  await contact(3, 'noAnswer')

  const [summed] = await sum()

  expect(summed).toMatchObject({ zone: nord1, noAnswer: 1 })
  expect(faults).toMatchObject([{ message: expect.stringContaining('damaged personFact') }])
})

test('the sums of an incident leave the phones with it', async () => {
  await said.sayOfIncident(phone, { incident, body: { kind: 'closed', word: null } })
  const closed = await sum()
  bench.passMinutes(15 * 24 * 60)

  const later = await sum()

  expect(closed.map(({ zone }) => zone)).toEqual([nord1, nord2])
  expect(later).toEqual([])
})
