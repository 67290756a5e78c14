import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { PatientId, ZoneId } from '#domain/base/ids.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import { type NamedDocument, documentOf } from '#domain/documents/document-of.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { createAccount } from '#server/accounts/create-account.ts'
import { nodeHasher } from '#server/base/node-hasher.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { dealCallsOf, openCallDealing } from '#server/incidents/call-dealing.ts'
import { postgresStreamStore } from '#server/streams/postgres-stream-store.ts'
import { writeVersions } from '#server/streams/write-versions.ts'
import { aPatient, codes } from '../../support/a-patient.ts'
import { factsBench } from '../../support/facts-bench.ts'
import { newIncident } from '../../support/new-fact.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { type BenchDevice, enrolledDevice } from '../../support/sync-bench.ts'
import { signIn, testMunicipality, testPassword, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const crypto = webCryptoOf(services.keys.current())
const rights = await rightsBench(bench, crypto)
const facts = factsBench(bench, rights, crypto)
const place = { municipality: testMunicipality, world: 'real' } as const
const incident = newIncident()
const list = 'safetyAlarm'

const put = (stream: StreamId, documents: readonly NamedDocument[]) =>
  withTenant(services.db, rights.scope, (transaction) =>
    writeVersions(
      postgresStreamStore(transaction),
      stream,
      documents.map((document) => ({ kind: 'put', ...document })),
      { hasher: nodeHasher, now: bench.now() },
    ),
  )
await put(
  municipalityStreamOf('serviceDefinition', place),
  defaultServiceDefinitions.map((one) => documentOf('serviceDefinition', one)),
)

/** Twenty patients with a safety alarm in a zone. */
async function aList(zone: ZoneId): Promise<PatientId[]> {
  const ids = Array.from({ length: 20 }, () => PatientId.parse(randomUUID()))
  const patients = ids.map((id, n) =>
    aPatient({ id, zone, name: { family: `Berg ${n + 10}`, given: 'A' }, services: codes('TRY') }),
  )
  await put(
    zoneStreamOf('patient', { ...place, zone }),
    patients.map((patient) => documentOf('patient', patient)),
  )
  return ids
}

let made = 0

async function aPhone(zone: ZoneId, name = 'Anne'): Promise<BenchDevice> {
  const username = `nurse${made++}`
  await createAccount(services, testMunicipality, {
    username,
    password: testPassword,
    name,
    title: 'Sykepleier',
    hprNumber: null,
    role: 'nurse',
    zones: [zone],
  })
  const clock = { now: bench.now }
  return enrolledDevice(server, await signIn(bench, username), crypto, clock)
}

const calls = (zone: ZoneId, phone: BenchDevice, isCalling = true) =>
  facts.sayOfPerson(phone, { incident, zone, body: { kind: 'calling', list, isCalling } })
const answers = (zone: ZoneId, phone: BenchDevice, patientId: PatientId) =>
  facts.sayOfPerson(phone, {
    incident,
    zone,
    body: { kind: 'contact', patientId, state: 'spokenOk', word: null },
  })
const deal = (zone: ZoneId) => dealCallsOf(services.db, { ...place, zone }, bench.now())

async function sharesOf(zone: ZoneId) {
  const [dealt] = await facts.callShares(zone)
  return dealt?.shares ?? null
}

test('calls are dealt when the facts have come, by the server that runs', async () => {
  const zone = ZoneId.parse('nord-1')
  const ids = await aList(zone)
  const phone = await aPhone(zone)

  await facts.append(phone, 'personFact', {
    incident,
    zone,
    body: { kind: 'calling', list, isCalling: true },
  })
  await phone.sync('locked')
  await expect.poll(() => sharesOf(zone), { timeout: 20_000 }).toHaveLength(10)
  const [first] = (await sharesOf(zone)) ?? []

  expect(ids).toContain(first?.patientId)
  expect(first).toMatchObject({ caller: { name: 'Anne' }, mayHaveCalled: null })
})

test('two who call down a list have shares of their own; a phone that is silent loses hers, and both are told', async () => {
  const zone = ZoneId.parse('nord-2')
  await aList(zone)
  const [anne, berit] = [await aPhone(zone, 'Anne'), await aPhone(zone, 'Berit')]
  const namesOf = async () =>
    ((await sharesOf(zone)) ?? []).map(
      ({ caller, mayHaveCalled }) => `${caller.name} ${mayHaveCalled?.name ?? ''}`,
    )
  const countOf = async (name: string) => (await namesOf()).filter((one) => one === name).length

  await calls(zone, anne)
  await deal(zone)
  await calls(zone, berit)
  await deal(zone)
  const dealt = [await countOf('Anne '), await countOf('Berit ')]
  const reached = (await sharesOf(zone))?.[0]?.patientId
  if (reached === undefined) throw new Error('Nobody was dealt')
  await answers(zone, anne, reached)
  await deal(zone)
  const left = (await sharesOf(zone))?.map(({ patientId }) => patientId)
  bench.passMinutes(10)
  // Locked, and with nothing to send.
  await anne.sync('locked')
  bench.passMinutes(6)
  await deal(zone)
  const moved = await countOf('Anne Berit')
  const taken = await countOf('Berit ')
  await calls(zone, anne, false)
  await calls(zone, berit, false)
  await deal(zone)

  expect(dealt).toEqual([10, 5])
  expect(left).not.toContain(reached)
  expect(moved).toBeGreaterThan(0)
  expect(moved + taken).toBe(5)
  // Nobody calls: each phone has the whole list again.
  expect(await facts.callShares(zone)).toEqual([])
})

test('the calls of a zone are dealt anew each minute, and one that cannot be read delays no other', async () => {
  const zone = ZoneId.parse('sor-1')
  await aList(zone)
  const [anne, berit] = [await aPhone(zone, 'Anne'), await aPhone(zone, 'Berit')]
  await calls(zone, anne)
  await deal(zone)
  await calls(zone, berit)
  await deal(zone)
  const reached = (await sharesOf(zone))?.[0]?.patientId
  if (reached === undefined) throw new Error('Nobody was dealt')
  await answers(zone, anne, reached)
  const damaged = { docId: 'a', schema: 'personFact@1', body: {} }
  await put(StreamId.parse(`${testMunicipality}/exercise/nord-1/people`), [damaged])
  const faults: unknown[] = []
  const dealing = openCallDealing({
    db: services.db,
    now: bench.now,
    onFault: (fault) => faults.push(fault),
  })
  dealing.onWritten(StreamId.parse(`${testMunicipality}/exercise/nord-1/people`))
  bench.passMinutes(10)
  await anne.sync('locked')
  bench.passMinutes(6)

  await dealing.dealDue(testMunicipality)

  const shares = (await sharesOf(zone)) ?? []
  expect(shares.some(({ mayHaveCalled }) => mayHaveCalled?.name === 'Berit')).toBe(true)
  expect(faults).toMatchObject([{ message: expect.stringContaining('damaged personFact') }])
})
