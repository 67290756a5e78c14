import { expect, test } from 'vitest'
import { EmployeeId, PatientId } from '#domain/base/ids.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { DoseKey, type PersonFactBody } from '#domain/people/person-fact.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { nord1 } from '../../../support/an-enrolled-core.ts'
import { anIncidentPhone, done, opened } from '../../../support/an-incident-phone.ts'
import { noon } from '../../../support/test-vault.ts'

const people = StreamId.parse('demo/real/nord-1/people')

async function anOutage(options: Parameters<typeof anIncidentPhone>[0] = {}) {
  const phone = await anIncidentPhone(options)
  const { core } = phone
  const incident = await phone.start()
  const contacts = async (maxRows?: number) =>
    opened(await core.incidents.contactList(incident, null, null, maxRows))
  const visits = async () => opened(await core.incidents.visits(incident, null))
  const say = async (body: PersonFactBody) =>
    done(await core.facts.sayOfPerson({ incident, zone: nord1.id, body, at: null }))
  const { mine } = await contacts()
  const ids = mine.map(({ patient }) => patient.id)
  const [first, second, third] = ids
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('The demo has many on these lists.')
  }
  const contact = (patientId: PatientId, state: 'noAnswer' | 'spokenOk' | 'needsVisit' | 'dead') =>
    say({ kind: 'contact', patientId, state, word: null })
  const me = phone.profile.author.employeeId
  return { ...phone, incident, contacts, visits, say, contact, first, second, third, me }
}

function visitOf(patientId: PatientId) {
  return { patientId, planned: null }
}

test('a call moves a patient to the reached, and each is counted once', async () => {
  const { contacts, contact, first, second } = await anOutage()
  const before = await contacts()

  await contact(first, 'spokenOk')
  await contact(second, 'noAnswer')

  const after = await contacts()
  expect(after.reached.map(({ patient }) => patient.id)).toEqual([first])
  expect(after.counts).toMatchObject({
    people: before.counts.people,
    notReached: before.counts.people - 1,
    byState: { spokenOk: 1, noAnswer: 1 },
  })
  expect(after.total.mine).toBe(before.total.mine - 1)
})

test('of long lists only the rows that are asked for leave the worker', async () => {
  const { contacts } = await anOutage()

  const top = await contacts(3)

  expect(top.mine).toHaveLength(3)
  expect(top.total.mine).toBeGreaterThan(3)
  expect(top.mine).toEqual((await contacts()).mine.slice(0, 3))
})

test('until the server deals shares everybody is hers; then she rings within her own', async () => {
  const { core, server, contacts, incident, first, second, me } = await anOutage()
  const colleague = {
    employeeId: EmployeeId.parse(crypto.randomUUID()),
    name: 'Berit Haugen',
  }
  const dealt = documentOf('callShares', {
    zone: nord1.id,
    list: 'all',
    dealtAt: noon,
    shares: [
      { patientId: first, caller: { employeeId: me, name: 'Anne' }, mayHaveCalled: null },
      {
        patientId: second,
        caller: colleague,
        mayHaveCalled: { employeeId: me, name: 'Anne' },
      },
    ],
  })
  const alone = await contacts()
  await server.write(people, [{ kind: 'put', ...dealt }])
  await core.syncNow()

  const shared = await contacts()

  expect(alone).toMatchObject({ dealtAt: null, others: [] })
  expect(shared.dealtAt).toBe(noon)
  expect(shared.mine.map(({ patient }) => patient.id)).toEqual([first])
  expect(shared.mine[0]).toMatchObject({ mayBeCalledByOthers: false })
  expect(shared.others.find(({ patient }) => patient.id === second)).toMatchObject({
    caller: { name: 'Berit Haugen' },
    mayHaveCalled: { employeeId: me },
  })
  expect(shared.total.others).toBe(alone.total.mine - 1)
  expect(opened(await core.incidents.board(incident, 'A', null))?.next?.patientId).toBe(first)
})

test('a phone that the server has not heard from for a while says that others may have called', async () => {
  const { core, server, contacts, passMinutes, first, me } = await anOutage()
  const dealt = documentOf('callShares', {
    zone: nord1.id,
    list: 'all',
    dealtAt: noon,
    shares: [{ patientId: first, caller: { employeeId: me, name: 'Anne' }, mayHaveCalled: null }],
  })
  await server.write(people, [{ kind: 'put', ...dealt }])
  await core.syncNow()

  passMinutes(15)

  expect((await contacts()).mine).toMatchObject([{ mayBeCalledByOthers: true }])
})

test('she calls a list until she says that she no longer does', async () => {
  const { contacts, say } = await anOutage()
  await say({ kind: 'calling', list: 'all', isCalling: true })
  const calling = await contacts()

  await say({ kind: 'calling', list: 'all', isCalling: false })

  expect(calling.isCalling).toBe(true)
  expect((await contacts()).isCalling).toBe(false)
})

test('whoever needs a visit has one, until somebody has made it, and again when it is needed again', async () => {
  const { visits, contact, say, passMinutes, first } = await anOutage()
  const rowsOf = (rows: Awaited<ReturnType<typeof visits>>['free']) =>
    rows.filter(({ state }) => state.key.planned === null).map(({ state }) => state.key.patientId)
  await contact(first, 'needsVisit')
  const needed = await visits()
  await say({ kind: 'visitTaken', visit: visitOf(first) })
  const taken = await visits()
  await say({ kind: 'visitEnded', visit: visitOf(first), outcome: 'done', word: null })
  const made = await visits()
  passMinutes(60)
  await contact(first, 'needsVisit')

  const again = await visits()

  expect(rowsOf(needed.free)).toEqual([first])
  expect(needed.free.find(({ state }) => state.key.planned === null)?.due?.at).toBe(noon)
  expect(rowsOf(taken.mine)).toEqual([first])
  expect(rowsOf(made.ended)).toEqual([first])
  expect(rowsOf(made.mine)).toEqual([])
  expect(rowsOf(again.mine)).toEqual([first])
})

test('a visit stays the giver’s, and is shown to the receiver until she takes it over', async () => {
  const { visits, say, first, me } = await anOutage()
  const receiver = { employeeId: me, name: 'Anne Solbakken' }

  await say({ kind: 'visitGiven', visit: visitOf(first), to: receiver })

  const [row] = (await visits()).mine
  expect(row?.state).toMatchObject({ offered: { shown: { body: { to: receiver } } }, taken: null })
})

test('a visit that takes two is counted as unmet, and nobody drives to who is dead', async () => {
  const { visits, contact, say, first, second } = await anOutage()
  await contact(first, 'needsVisit')
  await say({ kind: 'visitEnded', visit: visitOf(first), outcome: 'needsTwo', word: null })
  await contact(second, 'needsVisit')
  const before = await visits()

  await contact(second, 'dead')

  const after = await visits()
  const open = [...after.mine, ...after.free, ...after.others]
  expect(before.unmet).toBeGreaterThan(0)
  expect(after.unmet).toBe(before.unmet)
  expect(before.free.map(({ state }) => state.key.patientId)).toContain(second)
  expect(open.map(({ state }) => state.key.patientId)).not.toContain(second)
})

test('planned visits are due as the work list says, and those of before the incident are not shown', async () => {
  const { visits } = await anOutage()

  const { free } = await visits()

  const planned = free.filter((row) => row.planned !== null)
  expect(planned.length).toBeGreaterThan(0)
  expect(planned.every(({ due }) => (due?.at ?? '') >= noon)).toBe(true)
  const dues = free.map(({ due }) => due?.at ?? '9')
  expect(dues).toEqual(dues.toSorted((a, b) => (a < b ? -1 : 1)))
})

test('a patient who is not on this phone has a zone and a number to call', async () => {
  const { core, visits, contact, first } = await anOutage()
  const stranger = PatientId.parse('6f1f2c9e-0f57-4b0e-9a39-0d2f6a4f2b11')
  await contact(stranger, 'needsVisit')

  const row = (await visits()).free.find(({ state }) => state.key.patientId === stranger)

  const elsewhere = { zone: nord1, role: 'Ansvarsvakt' }
  expect(row).toMatchObject({ patient: null, elsewhere })
  expect(row?.elsewhere?.phone).toMatch(/\d{3} \d{2} \d{3}/)
  expect(opened(await core.incidents.whereIs(stranger))).toMatchObject(elsewhere)
  expect(opened(await core.incidents.whereIs(first))).toBeNull()
})

test('all that was said of a patient is there, newest first, and what took it back', async () => {
  const { core, incident, contact, say, first, second } = await anOutage()
  const one = await contact(first, 'noAnswer')
  await contact(second, 'spokenOk')
  const undo = await say({ kind: 'undone', facts: [one] })

  const person = opened(await core.incidents.person(incident, first))

  expect(person).toMatchObject({ patient: { id: first }, contact: null })
  expect(person?.history.map(({ entryId }) => entryId)).toEqual([undo, one])
})

test('two doses that were given are shown until somebody has looked into them', async () => {
  const { core, incident, say, passMinutes, first } = await anOutage()
  const dose = DoseKey.parse({ patientId: first, line: null, on: '2026-11-23', slot: '12:00' })
  await say({ kind: 'dose', dose, notGivenCode: null })
  passMinutes(5)
  await say({ kind: 'dose', dose, notGivenCode: null })
  const doubled = opened(await core.incidents.person(incident, first))

  await say({ kind: 'doseHandled', dose, word: null })

  const handled = opened(await core.incidents.person(incident, first))
  expect(doubled?.doses).toMatchObject([{ isDoubled: true }])
  expect(handled?.doses).toMatchObject([{ isDoubled: false, given: [{}, {}] }])
})
