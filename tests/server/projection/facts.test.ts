import { describe, expect, test } from 'vitest'
import { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import { Instant, plusMinutes } from '#domain/time/instant.ts'
import { withTenant } from '#server/database/with-tenant.ts'
import { aStart } from '../../support/a-fact.ts'
import { newIncident, spokenOk } from '../../support/new-fact.ts'
import { factsBench } from '../../support/facts-bench.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { type BenchDevice, enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const crypto = webCryptoOf(services.keys.current())
const rights = await rightsBench(bench, crypto)
const facts = factsBench(bench, rights, crypto)
const own = ZoneId.parse('nord-2')
const nurseId = await anAccount(bench, { username: 'nurse', role: 'nurse', zones: [own] })
const patientId = await rights.aPatient(own)

/** A nurse's phone, whose clock is so many minutes ahead. */
async function aPhone(ahead = 0): Promise<BenchDevice> {
  const clock = { now: () => plusMinutes(bench.now(), ahead) }
  return enrolledDevice(server, await signIn(bench, 'nurse'), crypto, clock)
}

describe('a fact about an incident', () => {
  test('is on the phones of the whole municipality, by the name of its author’s account', async () => {
    const phone = await aPhone()
    const incident = newIncident()

    const entryId = await facts.sayOfIncident(phone, {
      incident,
      body: aStart(),
      name: 'Dr. Hansen',
    })

    expect(await facts.findOfIncident(entryId)).toEqual({
      entryId,
      incident,
      deviceId: rights.deviceOf(phone),
      n: 1,
      at: bench.now(),
      writtenAt: bench.now(),
      receivedAt: bench.now(),
      isTyped: false,
      replaces: [],
      clockAheadMinutes: 0,
      hlc: expect.any(String),
      author: {
        employeeId: nurseId,
        name: 'Kari Nordmann',
        title: 'Sykepleier',
        hprNumber: null,
      },
      body: aStart(),
    })
    expect(await rights.outcome(entryId)).toBe('applied')
  })

  test.each([
    ['zoneOfMunicipality', { zone: own }],
    ['noIncident', { incident: null }],
    ['impossibleTime', { at: Instant.parse('2026-99-99T99:99:99.999Z') }],
    [
      'impossibleTime',
      { body: aStart({ announcedEnd: Instant.parse('9999-12-31T23:59:59.999Z') }) },
    ],
  ])('is kept as %s when that is how it is written', async (reason, more) => {
    const said = { incident: newIncident(), body: aStart(), writtenAt: bench.now(), ...more }

    const entryId = await facts.sayOfIncident(await aPhone(), said)

    expect(await rights.outcome(entryId)).toBe(`quarantined ${reason}`)
    expect(await facts.findOfIncident(entryId)).toBeNull()
  })
})

describe('a fact about a patient', () => {
  test('is on the phones of her zone alone', async () => {
    const incident = newIncident()

    const entryId = await facts.sayOfPerson(await aPhone(), {
      incident,
      zone: own,
      body: spokenOk(patientId),
    })

    expect(await facts.findOfPerson(own, entryId)).toMatchObject({
      incident,
      zone: own,
      author: { name: 'Kari Nordmann' },
      body: spokenOk(patientId),
    })
    expect(await facts.findOfIncident(entryId)).toBeNull()
  })

  test.each([
    ['noZone', { zone: null }],
    ['noIncident', { incident: null }],
    ['unknownZone', { zone: ZoneId.parse('nord-9') }],
  ])('is kept as %s when that is how it is written', async (reason, more) => {
    const said = { incident: newIncident(), zone: own, body: spokenOk(patientId), ...more }

    const entryId = await facts.sayOfPerson(await aPhone(), said)

    expect(await rights.outcome(entryId)).toBe(`quarantined ${reason}`)
  })

  test('that gives a visit to a colleague names her as her account does', async () => {
    const to = { employeeId: nurseId, name: 'Per Overlege' }
    const visit = { patientId, planned: null }
    const body = { kind: 'visitGiven', visit, to } as const

    const entryId = await facts.sayOfPerson(await aPhone(), {
      incident: newIncident(),
      zone: own,
      body,
    })

    expect(await facts.findOfPerson(own, entryId)).toMatchObject({
      body: { to: { employeeId: nurseId, name: 'Kari Nordmann' } },
    })
  })

  test('that gives a visit to nobody we know waits for a leader', async () => {
    const employeeId = EmployeeId.parse('0a000000-0000-4000-8000-000000000001')
    const visit = { patientId, planned: null }
    const body = { kind: 'visitGiven', visit, to: { employeeId, name: 'Kari' } } as const

    const entryId = await facts.sayOfPerson(await aPhone(), {
      incident: newIncident(),
      zone: own,
      body,
    })

    expect(await rights.outcome(entryId)).toBe('held zone')
    expect(await facts.findOfPerson(own, entryId)).toBeNull()
  })
})

describe('the clock of a phone', () => {
  test.each([
    ['twelve minutes fast', 12],
    ['three years fast', 3 * 365 * 24 * 60],
    ['three years slow', -3 * 365 * 24 * 60],
  ])('that is %s moves «nå», the start that counts from it, and says so', async (_name, ahead) => {
    const phone = await aPhone(ahead)
    const at = plusMinutes(bench.now(), ahead - 10)
    const body = aStart({ startsAt: plusMinutes(at, -30) })

    const entryId = await facts.sayOfIncident(phone, { incident: newIncident(), at, body })

    expect(await facts.findOfIncident(entryId)).toMatchObject({
      at: plusMinutes(bench.now(), -10),
      writtenAt: plusMinutes(bench.now(), -10),
      clockAheadMinutes: ahead,
      body: { startsAt: plusMinutes(bench.now(), -40) },
    })
  })

  test('moves no typed time, and no start that was announced', async () => {
    const phone = await aPhone(12)
    const typed = plusMinutes(bench.now(), -120)
    const later = plusMinutes(bench.now(), 600)

    const said = await facts.sayOfIncident(phone, {
      incident: newIncident(),
      at: typed,
      isTyped: true,
      writtenAt: plusMinutes(bench.now(), 12),
      body: aStart({ startsAt: typed }),
    })
    const announced = await facts.sayOfIncident(phone, {
      incident: newIncident(),
      at: plusMinutes(bench.now(), 12),
      body: { kind: 'corrected', to: { part: 'startsAt', value: later } },
    })

    expect(await facts.findOfIncident(said)).toMatchObject({
      at: typed,
      writtenAt: bench.now(),
      body: { startsAt: typed },
    })
    expect(await facts.findOfIncident(announced)).toMatchObject({
      at: bench.now(),
      body: { to: { value: later } },
    })
  })
})

test('a card that was opened during an incident is logged with it', async () => {
  const phone = await aPhone()
  const incident = newIncident()

  const entryId = await rights.send(phone, { kind: 'cardOpened', zone: own, patientId, incident })
  const logged = await withTenant(services.db, rights.scope, (transaction) =>
    transaction
      .selectFrom('accessLog')
      .select(['incidentId', 'patientId'])
      .where('entryId', '=', entryId)
      .executeTakeFirst(),
  )

  expect(logged).toEqual({ incidentId: incident, patientId })
})
