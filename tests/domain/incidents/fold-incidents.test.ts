import { expect, test } from 'vitest'
import type {
  CoordinationFact,
  CoordinationFactBody,
  IncidentPart,
} from '#domain/incidents/coordination-fact.ts'
import { foldIncidents, waitingIncidents } from '#domain/incidents/fold-incidents.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { replacedByFact } from '#domain/incidents/replaced-by-fact.ts'
import {
  aCoordinationFact,
  anAuthor,
  aStart,
  aStep,
  factId,
  incidentId,
  minute,
  nord1,
  nord2,
  tk01,
} from '../../support/a-fact.ts'

const now = minute(60)

const inIncident = (n: number, ...replaced: number[]) => ({
  incident: incidentId(n),
  replaces: replaced.map(factId),
})
const start = (n: number, more: Parameters<typeof aStart>[0] = {}, incident = 1) =>
  aCoordinationFact(n, aStart(more), inIncident(incident))
const corrects = (n: number, to: IncidentPart, ...replaced: number[]) =>
  aCoordinationFact(n, { kind: 'corrected', to }, inIncident(1, ...replaced))
const merges = (n: number, one: number, other: number) =>
  aCoordinationFact(n, { kind: 'merged', other: incidentId(other) }, inIncident(one))
const undoes = (n: number, ...facts: number[]) =>
  aCoordinationFact(n, { kind: 'undone', facts: facts.map(factId) })
const closes = (n: number, ...replaced: number[]) =>
  aCoordinationFact(n, { kind: 'closed', word: 'Strømmen er tilbake' }, inIncident(1, ...replaced))
const reopens = (n: number, ...replaced: number[]) =>
  aCoordinationFact(n, { kind: 'reopened', word: null }, inIncident(1, ...replaced))

const fold = (...facts: CoordinationFact[]) => foldIncidents(facts, now)
/** The only incident of those facts. */
function only(...facts: CoordinationFact[]): Incident {
  const [incident, ...others] = fold(...facts)
  if (incident === undefined || others.length > 0) throw new Error('Not one incident')
  return incident
}

test('an incident begins as reported, with all that its start says', () => {
  const said = aStart({ symptoms: ['power', 'mobile'], level: 2, announcedEnd: minute(240) })

  expect(only(aCoordinationFact(1, said))).toMatchObject({
    id: incidentId(1),
    members: [incidentId(1)],
    standing: 'reported',
    symptoms: ['power', 'mobile'],
    area: { zones: [nord1], streets: [] },
    announcedEnd: minute(240),
    level: 2,
    cards: [{ code: tk01, version: 1 }],
    started: { by: anAuthor(), at: minute(1), fact: factId(1) },
    confirmed: null,
    closed: null,
    late: [],
  })
})

test('each part is corrected on its own', () => {
  const incident = only(
    start(1, { symptoms: [] }),
    corrects(2, { part: 'symptoms', value: ['ehr'] }),
    corrects(3, { part: 'level', value: 3 }),
    corrects(4, { part: 'startsAt', value: minute(-30) }),
  )

  expect(incident).toMatchObject({ symptoms: ['ehr'], level: 3, startsAt: minute(-30) })
  expect(incident.area).toEqual({ zones: [nord1], streets: [] })
})

test('a correction takes the place of the one it knew, and is undone back to it', () => {
  const facts = [
    start(1),
    corrects(2, { part: 'level', value: 3 }),
    corrects(3, { part: 'level', value: 2 }, 2),
  ]

  expect(only(...facts).level).toBe(2)
  expect(only(...facts, undoes(4, 3)).level).toBe(3)
  expect(only(...facts, undoes(4, 3, 2)).level).toBe(1)
  expect(only(...facts, undoes(4, 3), undoes(5, 4)).level).toBe(2)
})

test('of corrections that do not know each other the more worrying shows, the other beside', () => {
  const incident = only(
    start(1),
    corrects(2, { part: 'level', value: 3 }),
    corrects(3, { part: 'level', value: 2 }),
  )

  expect(incident.level).toBe(3)
  expect(incident.corrections.get('level')?.beside).toMatchObject([{ entryId: factId(3) }])
})

test('merged incidents are one: smallest id, earliest start, both areas, all that fails, highest level', () => {
  const incident = only(
    start(1, { area: { zones: [nord2], streets: [] }, startsAt: minute(5), level: 2 }, 7),
    start(2, { symptoms: ['mobile', 'power'], startsAt: minute(-5) }, 3),
    merges(3, 7, 3),
  )

  expect(incident).toMatchObject({
    id: incidentId(3),
    members: [incidentId(3), incidentId(7)],
    symptoms: ['mobile', 'power'],
    area: { zones: [nord1, nord2], streets: [] },
    startsAt: minute(-5),
    level: 2,
  })
})

test('merges go over several incidents, and each can be undone', () => {
  const facts = [
    start(1, {}, 1),
    start(2, {}, 2),
    start(3, {}, 3),
    merges(4, 3, 2),
    merges(5, 2, 1),
  ]

  expect(fold(...facts).map(({ members }) => members.length)).toEqual([3])
  expect(fold(...facts, undoes(6, 5)).map(({ id }) => id)).toEqual([incidentId(1), incidentId(2)])
  expect(fold(...facts, undoes(6, 5), undoes(7, 6))).toHaveLength(1)
})

test('streets narrow a merged area only when both are narrowed', () => {
  const narrowed = { zones: [nord1], streets: ['Storgata'] }
  const facts = [start(1, { area: narrowed }, 1), merges(3, 1, 2)]

  expect(
    only(...facts, start(2, { area: { zones: [nord1], streets: ['Furuveien'] } }, 2)).area,
  ).toEqual({ zones: [nord1], streets: ['Storgata', 'Furuveien'] })
  expect(only(...facts, start(2, { area: { zones: [nord2], streets: [] } }, 2)).area).toEqual({
    zones: [nord1, nord2],
    streets: [],
  })
})

test('a correction of a merged incident is for all members whose starts it names', () => {
  const facts = [
    start(1, { startsAt: minute(20) }, 1),
    start(2, { startsAt: minute(0) }, 2),
    merges(3, 1, 2),
  ]
  const to: IncidentPart = { part: 'startsAt', value: minute(10) }
  const names = replacedByFact({ kind: 'corrected', to }, only(...facts), [])
  const whole = aCoordinationFact(
    4,
    { kind: 'corrected', to: { part: 'startsAt', value: minute(10) } },
    { replaces: names },
  )
  const again = corrects(5, { part: 'startsAt', value: minute(15) }, 4)
  const alone = corrects(4, { part: 'startsAt', value: minute(10) })

  expect(only(...facts, whole).startsAt).toBe(minute(10))
  expect(only(...facts, whole, again).startsAt).toBe(minute(15))
  expect(only(...facts, alone).startsAt).toBe(minute(0))
})

test('a correction in a merged incident leaves the other its own when the merge is undone', () => {
  const facts = [
    start(1, {}, 1),
    start(2, {}, 2),
    merges(3, 1, 2),
    aCoordinationFact(4, { kind: 'corrected', to: { part: 'level', value: 3 } }, inIncident(2)),
    corrects(5, { part: 'level', value: 2 }, 4, 1, 2),
  ]

  expect(only(...facts).level).toBe(2)
  expect(fold(...facts, undoes(6, 3)).map(({ level }) => level)).toEqual([2, 3])
})

test('a confirmation counts for 72 hours, and then says that it has run out', () => {
  const facts = [start(1), aCoordinationFact(2, { kind: 'confirmed' })]
  const at = (minutes: number) => foldIncidents(facts, minute(minutes))[0]
  const end = 2 + 72 * 60

  expect(at(2)?.standing).toBe('confirmed')
  expect(at(end - 1)?.standing).toBe('confirmed')
  expect(at(end)?.standing).toBe('reported')
  expect(at(end)?.confirmed).toMatchObject({ at: minute(2), until: minute(end), fact: factId(2) })
})

test('a later confirmation renews it', () => {
  const late = minute(71 * 60)
  const hundredHours = minute(100 * 60)
  const facts = [start(1), aCoordinationFact(2, { kind: 'confirmed' })]
  const renewed = aCoordinationFact(3, { kind: 'confirmed' }, { at: late, receivedAt: late })

  expect(foldIncidents(facts, hundredHours)[0]?.standing).toBe('reported')
  expect(foldIncidents([...facts, renewed], hundredHours)[0]?.standing).toBe('confirmed')
})

test('a confirmation from a phone that is three years ahead counts from its receipt', () => {
  const threeYears = 3 * 365 * 24 * 60
  const ahead = aCoordinationFact(
    2,
    { kind: 'confirmed' },
    { at: minute(threeYears), receivedAt: minute(10) },
  )

  expect(only(start(1), ahead).confirmed?.until).toBe(minute(10 + 72 * 60))
  expect(only(start(1), { ...ahead, receivedAt: null }).confirmed?.at).toBe(now)
})

test('a leader closes it, and a reopening that knew of the closing opens it', () => {
  expect(only(start(1), closes(2)).standing).toBe('closed')
  expect(only(start(1), closes(2)).closed).toMatchObject({
    word: 'Strømmen er tilbake',
    fact: factId(2),
  })
  expect(only(start(1), closes(2), reopens(3, 2)).standing).toBe('reported')
  expect(only(start(1), closes(2), reopens(3, 2), closes(4, 3)).standing).toBe('closed')
  expect(only(start(1), closes(2), undoes(3, 2)).standing).toBe('reported')
})

test('whoever reopens it without knowing of another closing wins', () => {
  const incident = only(start(1), closes(2), closes(3), reopens(4, 2))

  expect(incident.standing).toBe('reported')
  expect(incident.closing?.beside).toMatchObject([{ entryId: factId(3) }])
})

test('a merged incident is closed when all of it is', () => {
  const facts = [start(1), start(2, {}, 2), closes(3), merges(4, 1, 2)]
  const whole: CoordinationFactBody = { kind: 'closed', word: null }
  const names = replacedByFact(whole, only(...facts), [])

  expect(only(...facts).standing).toBe('reported')
  expect(only(...facts, aCoordinationFact(5, whole, { replaces: names })).standing).toBe('closed')
  expect(only(...facts, aCoordinationFact(5, whole, inIncident(2))).standing).toBe('closed')
})

test('facts that the closing did not know of join it, marked', () => {
  const step = aCoordinationFact(6, aStep())
  const early = aCoordinationFact(2, aStep({ step: 2 }))
  const offline = aCoordinationFact(3, aStep({ step: 3 }), { receivedAt: minute(50) })
  const knowing = aCoordinationFact(8, aStep({ step: 4 }), { replaces: [factId(5)] })
  const same = aCoordinationFact(9, aStep({ step: 5 }), { deviceId: closes(5).deviceId })

  expect(only(start(1), closes(5), step, early, offline, knowing, same).late).toEqual([
    factId(3),
    factId(6),
  ])
  expect(only(start(1), closes(5), step, reopens(7, 5)).late).toEqual([])
})

test('an incident whose start has not come is not shown, and is not forgotten', () => {
  const facts = [
    start(1),
    aCoordinationFact(2, aStep(), inIncident(2)),
    aCoordinationFact(3, { kind: 'merged', other: incidentId(4) }, inIncident(3)),
    undoes(4, 99),
  ]

  expect(fold(...facts).map(({ id }) => id)).toEqual([incidentId(1)])
  expect(waitingIncidents(facts)).toEqual([incidentId(2), incidentId(3), incidentId(4)])
  expect(waitingIncidents([...facts, start(5, {}, 2)])).toEqual([incidentId(3), incidentId(4)])
})

test('a start that was undone is gone, unless somebody who did not know it works on', () => {
  expect(fold(start(1), undoes(2, 1))).toEqual([])
  expect(waitingIncidents([start(1), undoes(2, 1)])).toEqual([])
  expect(fold(start(1), closes(3), undoes(2, 1))).toEqual([])
  expect(only(start(1), aCoordinationFact(3, aStep()), undoes(2, 1)).standing).toBe('reported')
  expect(only(start(1), aCoordinationFact(3, { kind: 'confirmed' }), undoes(2, 1)).standing).toBe(
    'confirmed',
  )
  expect(fold(start(1), aCoordinationFact(3, aStep()), undoes(2, 1, 3))).toEqual([])
})
