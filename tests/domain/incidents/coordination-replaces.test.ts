import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CoordinationFact, CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { coordinationReplaces } from '#domain/incidents/coordination-replaces.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import {
  aCoordinationFact,
  aStart,
  aStep,
  factId,
  incidentId,
  minute,
} from '../../support/a-fact.ts'
import { anyCoordinationFacts } from '../../support/any-facts.ts'

const incident = incidentId(1)
const now = minute(100)

function find(facts: readonly CoordinationFact[]) {
  return foldIncidents(facts, now).find(({ members }) => members.includes(incident)) ?? null
}

function replaces(facts: readonly CoordinationFact[], body: CoordinationFactBody) {
  return coordinationReplaces({ incident, body }, facts, find(facts))
}

/** Says it with all known that the phone has. */
function say(facts: readonly CoordinationFact[], body: CoordinationFactBody) {
  const said = aCoordinationFact(95, body, {
    incident,
    entryId: factId(99),
    replaces: replaces(facts, body),
  })
  return { said, all: [...facts, said] }
}

/** No drawn fact has its id. */
const start = aCoordinationFact(1, aStart(), { entryId: factId(50) })

test('a correction names what stands of its part, and the starts that it is for', () => {
  const level = (value: 2 | 3) => ({ kind: 'corrected', to: { part: 'level', value } }) as const
  const facts = [start, aCoordinationFact(2, level(2)), aCoordinationFact(3, level(3))]

  expect(new Set(replaces(facts, level(2)))).toEqual(new Set([factId(50), factId(2), factId(3)]))
})

test('whatever stood, a mark that is made with all of it known stands alone', () => {
  fc.assert(
    fc.property(anyCoordinationFacts, (facts) => {
      const step = aStep({ step: 1 })
      const { said, all } = say([start, ...facts], step)
      const whole = find(all)

      const marks = whole === null ? [] : markedSteps(all, whole)

      expect(marks.filter((mark) => mark.standing.shown.entryId === said.entryId)).toEqual([
        expect.objectContaining({ standing: { shown: said, beside: [] } }),
      ])
    }),
  )
})

test('whatever stood, a level that is corrected with all of it known is the level', () => {
  fc.assert(
    fc.property(anyCoordinationFacts, (facts) => {
      const { all } = say([start, ...facts], {
        kind: 'corrected',
        to: { part: 'level', value: 2 },
      })

      expect(find(all)?.level).toBe(2)
    }),
  )
})

test('what is said with the closing known is not late, whatever the phone’s clock says', () => {
  const closed = aCoordinationFact(2, { kind: 'closed', word: null }, { replaces: [factId(50)] })

  const { all } = say([start, closed], aStep())

  expect(find(all)).toMatchObject({ standing: 'closed', late: [] })
})

test('merges stand side by side, and an undo replaces nothing', () => {
  const merged = aCoordinationFact(2, { kind: 'merged', other: incidentId(2) })

  expect(replaces([start, merged], { kind: 'merged', other: incidentId(3) })).toEqual([])
  expect(replaces([start, merged], { kind: 'undone', facts: [factId(2)] })).toEqual([])
})
