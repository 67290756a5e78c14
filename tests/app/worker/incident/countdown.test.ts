import { expect, test } from 'vitest'
import type { PersonFactBody, PowerFinding } from '#domain/people/person-fact.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { nord1 } from '../../../support/an-enrolled-core.ts'
import { anIncidentPhone, done, opened } from '../../../support/an-incident-phone.ts'
import { noon } from '../../../support/test-vault.ts'

async function aPowerOutage() {
  const phone = await anIncidentPhone()
  const { core } = phone
  const incident = await phone.start()
  const read = async (maxRows = 100) =>
    opened(await core.incidents.countdown(incident, null, maxRows))
  const say = async (body: PersonFactBody) =>
    done(await core.facts.sayOfPerson({ incident, zone: nord1.id, body, at: null }))
  const before = await read()
  const [, second] = before.known
  if (second === undefined) throw new Error('The demo has several who depend on power.')
  const nothing = { reserveMinutes: null, hasPower: null, someoneThere: null, word: null }
  const find = (finding: Partial<PowerFinding>) =>
    say({
      kind: 'power',
      finding: {
        patientId: second.patient.id,
        poweredDeviceId: second.device?.id ?? null,
        batteryMinutes: null,
        ...nothing,
        ...finding,
      },
    })
  return { ...phone, incident, read, say, find, before, second }
}

test('everybody who depends on power is counted down, soonest first, with the facts of the list of power', async () => {
  const { before } = await aPowerOutage()

  const dues = before.known.map(({ dueAt }) => dueAt)
  expect(dues.length).toBeGreaterThan(5)
  expect(dues).toEqual(dues.toSorted((a, b) => (a < b ? -1 : 1)))
  expect(before.unknown.every(({ emptyAt }) => emptyAt === null)).toBe(true)
  expect(before.known[0]).toMatchObject({ slot: 'overdue', isRed: true, level: 'P1' })
  expect(before.known[0]?.facts.map(({ kind }) => kind)).toContain('device')
})

test('only the rows that are asked for leave the worker, and the counts are of all', async () => {
  const { before, read } = await aPowerOutage()

  const top = await read(2)

  expect(top.known).toEqual(before.known.slice(0, 2))
  expect(top.total).toEqual(before.total)
  expect(top.total.known).toBe(before.known.length)
})

test('a battery that was swapped counts from the swap, at once, and the row moves', async () => {
  const { find, read, passMinutes, second } = await aPowerOutage()
  passMinutes(30)

  const fact = await find({ batteryMinutes: 600 })

  const { known } = await read()
  const place = known.findIndex(({ patient }) => patient.id === second.patient.id)
  expect(place).toBeGreaterThan(1)
  expect(known[place]).toMatchObject({
    emptyAt: plusMinutes(noon, 630),
    measuredAt: plusMinutes(noon, 30),
    device: second.device,
    lastFinding: { entryId: fact, receivedAt: null },
  })
})

test('what a later finding does not say stands as it was found', async () => {
  const { find, read, second } = await aPowerOutage()
  await find({ batteryMinutes: 600 })

  await find({ someoneThere: true })

  const row = (await read()).known.find(({ patient }) => patient.id === second.patient.id)
  expect(row).toMatchObject({ emptyAt: plusMinutes(noon, 600), someoneThere: true })
})

test('whoever has power, is moved or is dead is not counted down, and does not disappear', async () => {
  const { say, find, read, before, second } = await aPowerOutage()
  const [first] = before.known
  await find({ poweredDeviceId: null, hasPower: true })

  await say({
    kind: 'contact',
    patientId: first?.patient.id ?? second.patient.id,
    state: 'moved',
    word: null,
  })

  const after = await read()
  expect(after.withPower).toEqual([second.patient])
  expect(after.elsewhere).toEqual([first?.patient])
  expect(after.total.people).toBe(before.total.people - 2)
})

test('a street that has power leaves the list, and an undo brings it back', async () => {
  const { core, incident, say, read, before, second } = await aPowerOutage()
  const street = second.patient.address?.street.replace(/ \d.*$/, '').toUpperCase() ?? ''
  const fact = await say({ kind: 'placePower', street, number: null, hasPower: true })
  const there = await read()

  await say({ kind: 'undone', facts: [fact] })

  expect(there.withPower).toContainEqual(second.patient)
  expect(await read()).toEqual(before)
  expect(opened(await core.incidents.board(incident, 'V', null))?.emptyFirst.total).toEqual(
    before.total,
  )
})

test('an area that is narrowed to a street keeps those whose address is protected', async () => {
  const { core, incident, read, before, second } = await aPowerOutage()
  const street = second.patient.address?.street.replace(/ \d.*$/, '') ?? ''
  const area = { zones: [nord1.id], streets: [street] }

  done(
    await core.facts.sayOfIncident({
      incident,
      body: { kind: 'corrected', to: { part: 'area', value: area } },
      at: null,
    }),
  )

  const after = await read()
  const hidden = before.unknown.filter(({ patient }) => patient.address === null)
  const streets = new Set(after.known.map(({ patient }) => patient.address?.street))
  expect(after.total.known).toBeLessThan(before.total.known)
  expect([...streets].every((one) => one?.startsWith(street))).toBe(true)
  expect(hidden).toHaveLength(1)
  expect(after.unknown).toEqual(hidden)
})

test('an incident that is not here has no countdown', async () => {
  const { core } = await anIncidentPhone()
  const incident = await (await anIncidentPhone()).start()

  expect(await core.incidents.countdown(incident, null, 10)).toEqual({ kind: 'none' })
  expect(await core.incidents.board(incident, 'V', null)).toMatchObject({
    kind: 'open',
    value: null,
  })
})
