import { expect, test } from 'vitest'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import { aCoordinationFact, aStep, factId, incidentId, nord1, nord2 } from '../../support/a-fact.ts'

const marks = (n: number, more: Parameters<typeof aStep>[0], incident = 1, ...replaced: number[]) =>
  aCoordinationFact(n, aStep(more), {
    incident: incidentId(incident),
    replaces: replaced.map(factId),
  })
const whole = { id: incidentId(1), members: [incidentId(1), incidentId(2)] }
const alone = { id: incidentId(2), members: [incidentId(2)] }

const read = (facts: readonly CoordinationFact[], incident: typeof whole = whole) =>
  markedSteps(facts, incident).map(({ step, zone, standing: { shown, beside } }) => ({
    step,
    zone,
    state: shown.body.kind === 'step' ? shown.body.state : null,
    beside: beside.length,
  }))

test('a step is marked in each zone on its own, and the municipality’s once', () => {
  const facts = [
    marks(1, { step: 2 }),
    marks(2, { step: 2, zone: nord2, state: 'failed' }),
    marks(3, { step: 1, zone: null }),
  ]

  expect(read(facts)).toEqual([
    { step: 1, zone: null, state: 'done', beside: 0 },
    { step: 2, zone: nord1, state: 'done', beside: 0 },
    { step: 2, zone: nord2, state: 'failed', beside: 0 },
  ])
})

test('failed shows over done, and not relevant over done, when neither knew of the other', () => {
  const [failed] = read([marks(1, { state: 'failed' }), marks(2, { state: 'done' })])
  const [irrelevant] = read([marks(1, { state: 'notRelevant' }), marks(2, { state: 'done' })])
  const [knowing] = read([marks(1, { state: 'failed' }), marks(2, { state: 'done' }, 1, 1)])

  expect(failed).toMatchObject({ state: 'failed', beside: 1 })
  expect(irrelevant).toMatchObject({ state: 'notRelevant', beside: 1 })
  expect(knowing).toMatchObject({ state: 'done', beside: 0 })
})

test('a mark that was undone is gone, wherever the undo was written', () => {
  const undo = aCoordinationFact(
    2,
    { kind: 'undone', facts: [factId(1)] },
    { incident: incidentId(9) },
  )

  expect(read([marks(1, {}), undo])).toEqual([])
})

test('a mark in the merged incident replaces one of the other, which keeps it when they are parted', () => {
  const facts = [marks(1, { state: 'failed' }, 2), marks(2, { state: 'done' }, 1, 1)]

  expect(read(facts)).toMatchObject([{ state: 'done', beside: 0 }])
  expect(read(facts, alone)).toMatchObject([{ state: 'failed', beside: 0 }])
})
