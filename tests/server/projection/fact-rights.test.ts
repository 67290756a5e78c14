import { describe, expect, test } from 'vitest'
import { ListHeldEntriesAnswer } from '#contract/list-held-entries.ts'
import { type EntryId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { changeZones } from '#server/accounts/account-rights.ts'
import { withAccounts } from '#server/database/with-tenant.ts'
import { aStart } from '../../support/a-fact.ts'
import { newEntryId, newIncident, spokenOk, undoing } from '../../support/new-fact.ts'
import { factsBench } from '../../support/facts-bench.ts'
import { rightsBench } from '../../support/rights-bench.ts'
import { enrolledDevice } from '../../support/sync-bench.ts'
import { anAccount, signIn, testMunicipality, testServer } from '../../support/test-server.ts'
import { webCryptoOf } from '../../support/web-crypto.ts'

const bench = await testServer()
const { services, server } = bench
const crypto = webCryptoOf(services.keys.current())
const rights = await rightsBench(bench, crypto)
const facts = factsBench(bench, rights, crypto)
const own = ZoneId.parse('nord-2')
const other = ZoneId.parse('sor-1')
const patientId = await rights.aPatient(own)
const incident = newIncident()

let made = 0

/** A phone of somebody with this role in these zones. */
async function aPhoneOf(role: Role, zones: readonly ZoneId[] = [own]) {
  const username = `${role}${made++}`
  const accountId = await anAccount(bench, { username, role, zones })
  const clock = { now: bench.now }
  const phone = await enrolledDevice(server, await signIn(bench, username), crypto, clock)
  await phone.sync()
  return { phone, username, holder: { municipalityId: testMunicipality, accountId } }
}
const [nurse, lead, leader, hdu, administrator] = [
  await aPhoneOf('nurse'),
  await aPhoneOf('shiftLead'),
  await aPhoneOf('sectionLeader'),
  await aPhoneOf('hdu', []),
  await aPhoneOf('administrator', []),
]
const stranger = await aPhoneOf('nurse', [other])
const otherLeader = await aPhoneOf('sectionLeader', [other])

const confirmed: CoordinationFactBody = { kind: 'confirmed' }
const closed: CoordinationFactBody = { kind: 'closed', word: 'Strømmen er tilbake' }
const reopened: CoordinationFactBody = { kind: 'reopened', word: null }
const corrected: CoordinationFactBody = { kind: 'corrected', to: { part: 'level', value: 2 } }

async function listHeld({ username }: { username: string }) {
  const answer = await server.inject({
    url: '/api/held-entries',
    headers: await signIn(bench, username),
  })
  return ListHeldEntriesAnswer.parse(answer.json()).entries
}

async function decide({ username }: { username: string }, entryId: EntryId, decision: object) {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/held-entries/decide',
    headers: await signIn(bench, username),
    payload: { entryId, decision },
  })
  return answer.statusCode
}

describe('of an incident', () => {
  test.each([
    ['a nurse', nurse, aStart(), 'applied'],
    ['a nurse', nurse, corrected, 'applied'],
    ['a nurse', nurse, { kind: 'merged', other: newIncident() } as const, 'applied'],
    ['HDU', hdu, aStart(), 'applied'],
    ['an administrator', administrator, aStart(), 'held role'],
    ['a nurse', nurse, confirmed, 'held role'],
    ['a shift lead', lead, confirmed, 'applied'],
    ['HDU', hdu, confirmed, 'applied'],
    ['a section leader', leader, confirmed, 'applied'],
    ['a shift lead', lead, closed, 'held role'],
    ['HDU', hdu, closed, 'held role'],
    ['a section leader', leader, closed, 'applied'],
    ['a shift lead', lead, reopened, 'held role'],
    ['a section leader', leader, reopened, 'applied'],
  ])('%s says what her role may: %#', async (_name, { phone }, body, outcome) => {
    const entryId = await facts.sayOfIncident(phone, { incident, body })

    expect(await rights.outcome(entryId)).toBe(outcome)
    expect((await facts.findOfIncident(entryId)) !== null).toBe(outcome === 'applied')
  })
})

describe('taking back', () => {
  test('what anybody said is for anybody', async () => {
    const started = await facts.sayOfIncident(lead.phone, { incident, body: aStart() })
    const undo = await facts.sayOfIncident(nurse.phone, { incident, body: undoing(started) })

    expect(await facts.findOfIncident(undo)).toMatchObject({ body: undoing(started) })
  })

  test('a confirmation, and bringing one back, is for whoever may confirm', async () => {
    const fact = await facts.sayOfIncident(lead.phone, { incident, body: confirmed })
    const byNurse = await facts.sayOfIncident(nurse.phone, { incident, body: undoing(fact) })
    const byHdu = await facts.sayOfIncident(hdu.phone, { incident, body: undoing(fact) })
    const again = await facts.sayOfIncident(nurse.phone, { incident, body: undoing(byHdu) })

    expect(await Promise.all([byNurse, byHdu, again].map(rights.outcome))).toEqual([
      'held role',
      'applied',
      'held role',
    ])
  })

  test('a closing is for a section leader', async () => {
    const fact = await facts.sayOfIncident(leader.phone, { incident, body: closed })
    const byLead = await facts.sayOfIncident(lead.phone, { incident, body: undoing(fact) })
    const byLeader = await facts.sayOfIncident(leader.phone, { incident, body: undoing(fact) })

    expect(await rights.outcome(byLead)).toBe('held role')
    expect(await rights.outcome(byLeader)).toBe('applied')
  })

  test('in a circle ends', async () => {
    const [one, two] = [newEntryId(), newEntryId()]
    await facts.sayOfIncident(nurse.phone, { entryId: one, incident, body: undoing(two) })
    await facts.sayOfIncident(nurse.phone, { entryId: two, incident, body: undoing(one) })

    const circle = await facts.sayOfIncident(nurse.phone, { incident, body: undoing(one) })

    expect(await rights.outcome(circle)).toBe('applied')
  })

  test('what is not here yet waits for it', async () => {
    const later = await facts.append(lead.phone, 'coordinationFact', { incident, body: aStart() })

    const undo = await facts.sayOfIncident(nurse.phone, { incident, body: undoing(later) })

    expect(await facts.findOfIncident(undo)).toMatchObject({ body: undoing(later) })
    await lead.phone.sync('locked')
    await rights.project()
  })
})

describe('of a patient', () => {
  test.each([
    ['a nurse of the zone', nurse, 'applied'],
    ['a nurse of another zone', stranger, 'held zone'],
    ['HDU, who has no patients', hdu, 'held role'],
  ])('%s says what she may', async (_name, { phone }, outcome) => {
    const body = spokenOk(patientId)

    const entryId = await facts.sayOfPerson(phone, { incident, zone: own, body })

    expect(await rights.outcome(entryId)).toBe(outcome)
    expect((await facts.findOfPerson(own, entryId)) !== null).toBe(outcome === 'applied')
  })

  test('who is on another zone’s list waits, and that zone is told', async () => {
    const elsewhere = await rights.aPatient(other)

    const entryId = await facts.sayOfPerson(nurse.phone, {
      incident,
      zone: own,
      body: spokenOk(elsewhere),
    })

    expect(await rights.outcome(entryId)).toBe('held patient')
    expect(await rights.journal(other, entryId)).toMatchObject({ schema: 'heldNote@1' })
  })

  test('by one who has lost the zone, which her phone could not know, counts and is told to the leader', async () => {
    const { phone, holder } = await aPhoneOf('nurse')
    bench.passMinutes(10)
    await withAccounts(services.accounts, rights.scope, (one) =>
      changeZones(one, holder, [], bench.now()),
    )

    const entryId = await facts.sayOfPerson(phone, {
      incident,
      zone: own,
      body: spokenOk(patientId),
    })
    const told = (await listHeld(leader)).find(({ note }) => note.entryId === entryId)
    const status = await decide(leader, entryId, { kind: 'seen' })

    expect(await facts.findOfPerson(own, entryId)).not.toBeNull()
    expect(told).toMatchObject({ kind: 'marked', note: { marks: ['zoneEnded'] } })
    expect(status).toBe(200)
    expect(await facts.findOfPerson(own, entryId)).not.toBeNull()
  })
})

describe('the facts of another zone', () => {
  test('are neither taken back nor replaced', async () => {
    const elsewhere = await rights.aPatient(other)
    const foreign = await facts.sayOfPerson(stranger.phone, {
      incident,
      zone: other,
      body: spokenOk(elsewhere),
    })
    const ownFact = await facts.sayOfPerson(nurse.phone, {
      incident,
      zone: own,
      body: spokenOk(patientId),
    })

    const undo = await facts.sayOfPerson(nurse.phone, {
      incident,
      zone: own,
      replaces: [foreign, ownFact],
      body: undoing(foreign, ownFact),
    })
    const ofIncident = await facts.sayOfIncident(nurse.phone, {
      incident,
      body: undoing(foreign),
    })

    expect(await facts.findOfPerson(own, undo)).toMatchObject({
      replaces: [ownFact],
      body: undoing(ownFact),
    })
    expect(await facts.findOfIncident(ofIncident)).toMatchObject({ body: undoing() })
  })
})

describe('what waits for a leader', () => {
  test('is read in words, and taken in where it belongs', async () => {
    const entryId = await facts.sayOfPerson(stranger.phone, {
      incident,
      zone: own,
      body: spokenOk(patientId),
    })
    const asked = (await listHeld(leader)).find(({ note }) => note.entryId === entryId)
    const told = await rights.journal(own, entryId)
    const status = await decide(leader, entryId, { kind: 'taken' })

    expect(asked).toMatchObject({
      kind: 'held',
      reason: 'zone',
      note: {
        zone: own,
        patientId,
        author: { name: 'Kari Nordmann' },
        response: { item: [{ text: 'Hva', answer: [{ valueString: 'Snakket med – OK' }] }] },
      },
    })
    expect(told).toMatchObject({ schema: 'heldNote@1' })
    expect(status).toBe(200)
    expect(await facts.findOfPerson(own, entryId)).toMatchObject({ body: spokenOk(patientId) })
    expect(await rights.journal(own, entryId)).toBeNull()
    expect(await rights.outcome(entryId)).toBe('taken')
  })

  test('is in no stream when she rejects it, and stays stored', async () => {
    const entryId = await facts.sayOfPerson(stranger.phone, {
      incident,
      zone: own,
      body: spokenOk(patientId),
    })
    const decision = { kind: 'rejected', reason: 'Feil bruker' }

    expect(await decide(leader, entryId, decision)).toBe(200)
    expect(await facts.findOfPerson(own, entryId)).toBeNull()
    expect(await rights.journal(own, entryId)).toBeNull()
  })

  test('about an incident is asked of the leaders of every zone, and says what is taken back', async () => {
    const fact = await facts.sayOfIncident(lead.phone, { incident, body: confirmed })
    const entryId = await facts.sayOfIncident(nurse.phone, { incident, body: undoing(fact) })

    const [here, elsewhere] = [await listHeld(leader), await listHeld(otherLeader)].map((all) =>
      all.find(({ note }) => note.entryId === entryId),
    )
    const status = await decide(otherLeader, entryId, { kind: 'taken' })

    expect(here).toEqual(elsewhere)
    expect(here?.note.response.item).toMatchObject([
      { answer: [{ valueString: 'Angrer én opplysning' }] },
      {
        text: 'Angrer · Hva',
        answer: [{ valueString: expect.stringContaining('Bekrefter hendelsen') }],
      },
    ])
    expect(status).toBe(200)
    expect(await facts.findOfIncident(entryId)).toMatchObject({ body: undoing(fact) })
  })
})
