import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dueSteps,
  type DueState,
  reachedThresholds,
  type TimedCard,
} from '#domain/incidents/due-steps.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import { CardCode, type CardRole } from '#domain/cards/action-card.ts'
import {
  aCoordinationFact,
  aStep,
  incidentId,
  minute,
  nord1,
  nord2,
  tk01,
} from '../../support/a-fact.ts'
import { Instant } from '#domain/time/instant.ts'
import { anIncident } from '../../support/an-incident.ts'

const step = (number: number, dueMinutes: number | null, roles: CardRole[] = ['V']) => ({
  number,
  dueMinutes,
  roles,
  critical: false,
})
const card = (...steps: TimedCard['steps']): TimedCard => ({ code: tk01, steps })
const incident = anIncident()
const stateAt = (dueMinutes: number | null, now: Instant): DueState | undefined =>
  dueSteps(incident, [card(step(1, dueMinutes))], [], now)[0]?.state

test('a step is upcoming, due for a quarter of an hour, and overdue from its deadline', () => {
  expect(stateAt(60, minute(0))).toBe('upcoming')
  expect(stateAt(60, minute(44))).toBe('upcoming')
  expect(stateAt(60, minute(45))).toBe('due')
  expect(stateAt(60, minute(59))).toBe('due')
  expect(stateAt(60, minute(60))).toBe('overdue')
  expect(stateAt(null, minute(6000))).toBe('noDeadline')
})

test('a step before a planned start has its deadline before it', () => {
  expect(stateAt(-24 * 60, minute(-26 * 60))).toBe('upcoming')
  expect(stateAt(-24 * 60, minute(-24 * 60))).toBe('overdue')
})

test('each instant is in one state, and none comes back', () => {
  const order: readonly DueState[] = ['upcoming', 'due', 'overdue']
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), fc.array(fc.integer()), (due, moments) => {
      const states = moments
        .map((milliseconds) => milliseconds % 400_000_000)
        .toSorted((a, b) => a - b)
        .map((milliseconds) => order.indexOf(stateAt(due, minute(milliseconds / 60_000)) ?? 'due'))

      expect(states).toEqual(states.toSorted((a, b) => a - b))
    }),
  )
})

test('the night in October when the clock is set back is an hour longer, and deadlines are not', () => {
  const beforeTheChange = Instant.parse('2026-10-25T00:30:00.000Z')
  const night = anIncident({ startsAt: beforeTheChange })

  const [due] = dueSteps(night, [card(step(1, 120))], [], beforeTheChange)

  expect(due?.dueAt).toBe('2026-10-25T02:30:00.000Z')
})

test('what is done or not relevant is left out, and what failed is still to do', () => {
  const facts = [
    aCoordinationFact(1, aStep({ step: 1, state: 'done' })),
    aCoordinationFact(2, aStep({ step: 2, state: 'notRelevant' })),
    aCoordinationFact(3, aStep({ step: 3, state: 'failed' })),
  ]
  const steps = card(step(1, 15), step(2, 15), step(3, 15), step(4, 30), step(5, null))

  const due = dueSteps(incident, [steps], markedSteps(facts, incident), minute(0))

  expect(due.map((own) => [own.step.number, own.marked !== null])).toEqual([
    [3, true],
    [4, false],
    [5, false],
  ])
})

test('employees and shift leads do a step in each zone, leaders do theirs once', () => {
  const wide = anIncident({ area: { zones: [nord1, nord2], streets: [] } })
  const done = markedSteps([aCoordinationFact(1, aStep({ step: 1, zone: nord2 }))], incident)

  const due = dueSteps(
    wide,
    [card(step(1, 15, ['A', 'V']), step(2, 15, ['L', 'H'])), { ...card(step(9, 1)), code: other }],
    done,
    minute(0),
  )

  expect(due.map((own) => [own.step.number, own.zone])).toEqual([
    [1, nord1],
    [2, null],
  ])
})

const other = CardCode.parse('TK-02')

test('the soonest deadline is first, over all cards in use', () => {
  const both = anIncident({
    cards: [
      { code: tk01, version: 1 },
      { code: other, version: 1 },
    ],
  })
  const cards = [card(step(1, null), step(2, 60)), { ...card(step(1, 15)), code: other }]

  const due = dueSteps(both, cards, [], minute(0))

  expect(due.map((own) => `${own.card} ${own.step.number}`)).toEqual([
    'TK-02 1',
    'TK-01 2',
    'TK-01 1',
  ])
})

test('a closed incident has nothing left to do', () => {
  expect(dueSteps(anIncident({ standing: 'closed' }), [card(step(1, 15))], [], minute(0))).toEqual(
    [],
  )
})

test('thresholds count from the start, or from the announced end of a planned one', () => {
  const thresholds = [
    { afterMinutes: 60, from: 'start' },
    { afterMinutes: 30, from: 'announcedEnd' },
  ] as const
  const cards = [{ code: tk01, thresholds }]
  const planned = anIncident({ id: incidentId(2), announcedEnd: minute(240) })
  const read = (incidentRead: typeof planned, at: number) =>
    reachedThresholds(incidentRead, cards, minute(at)).map((own) => [own.at, own.isReached])

  expect(read(planned, 60)).toEqual([
    [minute(60), true],
    [minute(270), false],
  ])
  expect(read(incident, 59)).toEqual([
    [minute(30), true],
    [minute(60), false],
  ])
})
