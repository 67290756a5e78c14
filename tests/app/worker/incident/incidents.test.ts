import { expect, test } from 'vitest'
import type { Role } from '#domain/base/role.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import { CardCode } from '#domain/cards/action-card.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { aStep } from '../../../support/a-fact.ts'
import { nord1, nord2 } from '../../../support/an-enrolled-core.ts'
import { anIncidentPhone, done, opened } from '../../../support/an-incident-phone.ts'
import { aProfile, noon } from '../../../support/test-vault.ts'

const hours = 60
const days = 24 * hours
const tk01 = CardCode.parse('TK-01')

async function aLeadersPhone(role: Role = 'sectionLeader') {
  const phone = await anIncidentPhone({ profile: { ...aProfile(), role } })
  const { core } = phone
  const say = async (incident: IncidentId, body: CoordinationFactBody) =>
    done(await core.facts.sayOfIncident({ incident, body, at: null }))
  const incidents = async () => opened(await core.incidents.incidents())
  const patient = async () =>
    opened(await core.queries.patientRows({ kind: 'safetyAlarm', zone: null }, 1)).rows[0]?.patient
      .id
  const contact = async (incident: IncidentId, state: 'spokenOk' | 'needsVisit') => {
    const patientId = await patient()
    if (patientId === undefined) throw new Error('The demo has somebody with an alarm.')
    const body = { kind: 'contact' as const, patientId, state, word: null }
    done(await core.facts.sayOfPerson({ incident, zone: nord1.id, body, at: null }))
    return patientId
  }
  return { ...phone, say, incidents, contact }
}

test('a marked step is done, one that failed is to do still, and overdue stands out', async () => {
  const { core, start, say, passMinutes } = await aLeadersPhone()
  const cards = opened(await core.reader.listCards()).filter(({ code }) => code === tk01)
  const incident = await start({ cards })
  const tasks = async () => opened(await core.incidents.tasks(incident, 'V', nord1.id))
  const byNumber = async (number: number) =>
    (await tasks()).find(({ step }) => step.number === number)
  const [first, second] = await tasks()
  const [one = 0, two = 0] = [first?.step.number, second?.step.number]

  await say(incident, aStep({ step: one, zone: nord1.id }))
  await say(incident, aStep({ step: two, zone: nord1.id, state: 'failed', word: 'Ingen svarer' }))
  passMinutes(20)

  expect((await tasks()).at(-1)).toMatchObject({ step: { number: one }, urgency: 'marked' })
  expect(await byNumber(two)).toMatchObject({
    urgency: 'overdue',
    zone: nord1.id,
    dueAt: plusMinutes(noon, 15),
    marked: { shown: { body: { state: 'failed', word: 'Ingen svarer' } } },
  })
  const card = opened(await core.incidents.runningCard(incident, tk01, nord1.id))
  const steps = card?.phases.flatMap((phase) => phase.steps) ?? []
  expect(steps.find(({ step }) => step.number === one)?.urgency).toBe('marked')
  expect(card?.isOtherVersion).toBe(false)
  expect(card?.thresholds.length).toBeGreaterThan(0)
  const board = opened(await core.incidents.board(incident, 'V', nord1.id))
  const left = (await tasks()).filter(({ urgency }) => urgency !== 'marked')
  expect(board?.tasks.left).toBe(left.length)
  expect(board?.tasks.overdue).toBe(left.filter(({ urgency }) => urgency === 'overdue').length)
})

test('a card of another version than the incident was started with says so', async () => {
  const { core, start } = await aLeadersPhone()
  const incident = await start({ cards: [{ code: tk01, version: 77 }] })

  const card = opened(await core.incidents.runningCard(incident, tk01, nord1.id))
  const other = CardCode.parse('TK-99')

  expect(card?.isOtherVersion).toBe(true)
  expect(opened(await core.incidents.runningCard(incident, other, nord1.id))).toBeNull()
})

test('only a confirmed incident holds updates and is a reason to open a card, for 72 hours', async () => {
  const { core, vault, start, say, contact, passMinutes } = await aLeadersPhone()
  const incident = await start()
  const patientId = await contact(incident, 'needsVisit')
  const effects = async (zone = nord1.id) => [
    opened(await core.incidents.holdsUpdates()),
    opened(await core.incidents.openingReason(zone)),
  ]
  const openCard = async () => {
    await core.openings.open(patientId, nord1.id)
    const [newest] = done(await vault.entries.listOwn())
    return newest
  }
  const reported = await effects()
  const before = await openCard()
  passMinutes(10)

  await say(incident, { kind: 'confirmed' })

  expect(reported).toEqual([false, null])
  expect(before).toMatchObject({ incident: null, content: { value: { kind: 'cardOpened' } } })
  expect(await effects()).toEqual([true, incident])
  expect(await effects(nord2.id)).toEqual([true, null])
  expect(await openCard()).toMatchObject({ incident, content: { value: { kind: 'cardOpened' } } })
  passMinutes(72 * hours)
  expect(await effects()).toEqual([false, null])
  await say(incident, { kind: 'confirmed' })
  expect(await effects()).toEqual([true, incident])
  await say(incident, { kind: 'closed', word: null })
  expect(await effects()).toEqual([false, null])
})

test('what was said in a closed incident says nothing of the next one', async () => {
  const { core, start, say, contact, passMinutes } = await aLeadersPhone()
  const first = await start()
  await contact(first, 'spokenOk')
  await say(first, { kind: 'closed', word: null })
  passMinutes(60)
  const second = await start()
  const reached = async (incident: IncidentId) =>
    opened(await core.incidents.contactList(incident, null, null)).total.reached

  expect(await reached(first)).toBe(1)
  expect(await reached(second)).toBe(0)
})

test('what is said of a person counts in every open incident', async () => {
  const { core, start, contact, passMinutes } = await aLeadersPhone()
  const first = await start()
  passMinutes(60)
  const second = await start({ symptoms: ['alarm'] })

  await contact(first, 'spokenOk')

  const list = opened(await core.incidents.contactList(second, null, null))
  expect(list.counts.byState.spokenOk).toBe(1)
})

test('a closed incident stays for fourteen days, and then it is gone with its people', async () => {
  const { start, say, contact, incidents, passMinutes, core } = await aLeadersPhone()
  const incident = await start()
  await contact(incident, 'spokenOk')
  await say(incident, { kind: 'closed', word: 'Strømmen er tilbake' })
  passMinutes(14 * days)
  const kept = await incidents()
  passMinutes(1)

  const gone = await incidents()
  const next = await start()

  expect(kept.incidents).toMatchObject([{ id: incident, standing: 'closed' }])
  expect(gone.incidents).toEqual([])
  expect(opened(await core.incidents.contactList(next, null, null)).total.reached).toBe(0)
})

test('two starts within the hour are offered as one, and merged they are one', async () => {
  const { start, say, incidents, passMinutes } = await aLeadersPhone('nurse')
  const one = await start()
  passMinutes(20)
  const other = await start({ symptoms: ['power', 'mobile'] })
  const before = await incidents()

  await say(one, { kind: 'merged', other })

  const [first, second] = one < other ? [one, other] : [other, one]
  expect(before.maybeOne).toEqual([{ one: first, other: second }])
  expect(await incidents()).toMatchObject({
    incidents: [{ id: first, members: [first, second], startsAt: noon }],
    maybeOne: [],
  })
})

test('an incident is found by the id of each of its members', async () => {
  const { core, start, say, passMinutes } = await aLeadersPhone()
  const one = await start()
  passMinutes(20)
  const other = await start({ symptoms: ['alarm'] })
  await say(one, { kind: 'merged', other })

  const boards = await Promise.all(
    [one, other].map((id) => core.incidents.board(id, 'V', nord1.id)),
  )

  const id = one < other ? one : other
  expect(boards.map((board) => opened(board)?.incident.id)).toEqual([id, id])
})

test('a phone whose clock is three years wrong starts and counts by the corrected time', async () => {
  const phone = await anIncidentPhone({ serverAheadMinutes: -3 * 365 * days })
  const { core, vault } = phone
  const now = await core.incidents.now()

  const incident = await phone.start()
  const later = done(
    await core.facts.sayOfIncident({
      incident,
      body: { kind: 'corrected', to: { part: 'announcedEnd', value: plusMinutes(now, 120) } },
      at: null,
    }),
  )

  expect(now).toBe(plusMinutes(noon, -3 * 365 * days))
  expect(opened(await core.incidents.incidents()).incidents).toMatchObject([
    { startsAt: now, started: { at: now }, announcedEnd: plusMinutes(now, 120) },
  ])
  const sealed = done(await vault.ownFacts.list())
  // The server moves what was pressed: it is sealed as the phone's clock says it.
  expect(sealed.find(({ entryId }) => entryId !== later)).toMatchObject({
    content: { value: { at: noon, isTyped: false, body: { startsAt: noon } } },
  })
})

test('a start that lies ahead is sealed as it was announced, whatever the phone’s clock says', async () => {
  const phone = await anIncidentPhone({ serverAheadMinutes: -3 * 365 * days })
  const now = await phone.core.incidents.now()
  const startsAt = plusMinutes(now, 24 * hours)

  await phone.start({ startsAt })

  const { incidents } = opened(await phone.core.incidents.incidents())
  expect(incidents).toMatchObject([{ startsAt, started: { at: now } }])
  expect(done(await phone.vault.ownFacts.list())).toMatchObject([
    { content: { value: { at: now, isTyped: true, body: { startsAt } } } },
  ])
})
