import { expect, test } from 'vitest'
import { replacedByFact } from '#domain/incidents/replaced-by-fact.ts'
import { maxReplaced } from '#domain/facts/said.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import {
  aCoordinationFact,
  anAuthor,
  aStep,
  factId,
  incidentId,
  minute,
  nord2,
} from '../../support/a-fact.ts'
import { anIncident } from '../../support/an-incident.ts'

const level = aCoordinationFact(5, { kind: 'corrected', to: { part: 'level', value: 2 } })
const incident = anIncident({
  starts: [factId(1), factId(2)],
  corrections: new Map([['level', { shown: level, beside: [] }]]),
})
const marks = markedSteps(
  [
    aCoordinationFact(3, aStep({ step: 1 })),
    aCoordinationFact(4, aStep({ step: 1, state: 'failed' })),
    aCoordinationFact(5, aStep({ step: 1, zone: nord2 })),
    aCoordinationFact(6, aStep({ step: 2 })),
  ],
  { id: incidentId(1), members: [incidentId(1)] },
)

test('a mark takes the place of all marks of its step in its zone', () => {
  expect(replacedByFact(aStep({ step: 1 }), incident, marks).toSorted()).toEqual([
    factId(3),
    factId(4),
  ])
})

test('a correction takes the place of the one that stands, for all members', () => {
  const to = { part: 'level', value: 3 } as const

  expect(replacedByFact({ kind: 'corrected', to }, incident, [])).toEqual([
    factId(5),
    factId(1),
    factId(2),
  ])
})

test('whoever works on a closed incident knows of the closing and says so', () => {
  const closing = aCoordinationFact(7, { kind: 'closed', word: null })
  const closed = anIncident({
    standing: 'closed',
    closed: { by: anAuthor(), at: minute(7), word: null, fact: factId(7) },
    closing: { shown: closing, beside: [] },
  })

  expect(replacedByFact(aStep({ step: 9 }), closed, marks)).toEqual([factId(7)])
  expect(replacedByFact({ kind: 'reopened', word: null }, closed, [])).toEqual([
    factId(7),
    factId(1),
  ])
})

test('a confirmation, a merge and an undo take nobody’s place', () => {
  expect(replacedByFact({ kind: 'confirmed' }, incident, marks)).toEqual([])
  expect(replacedByFact({ kind: 'merged', other: incidentId(2) }, incident, marks)).toEqual([])
  expect(replacedByFact({ kind: 'undone', facts: [factId(3)] }, incident, marks)).toEqual([])
})

test('no fact names more than a fact may', () => {
  const many = anIncident({ starts: Array.from({ length: 100 }, (_, n) => factId(n)) })

  expect(replacedByFact({ kind: 'closed', word: null }, many, [])).toHaveLength(maxReplaced)
})
