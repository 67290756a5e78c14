import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingFacts } from '#domain/facts/standing-facts.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { coordinationUndoes } from '#domain/incidents/coordination-undoes.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import { waitingIncidents } from '../../support/waiting-incidents.ts'
import { incidentSubject } from '#domain/incidents/incident-subject.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import { wholesOf } from '#domain/incidents/wholes.ts'
import { aCoordinationFact, factId, incidentId, minute } from '../../support/a-fact.ts'
import { anyCoordinationFacts } from '../../support/any-facts.ts'
import { inAnyOrder } from '../../support/in-any-order.ts'

const now = minute(60)

function folded(facts: readonly CoordinationFact[]) {
  const incidents = foldIncidents(facts, now)
  return {
    incidents,
    waiting: waitingIncidents(facts),
    marks: incidents.map((incident) => markedSteps(facts, incident)),
  }
}

test('any facts in any order and repetition tell of the same incidents and marks', () => {
  fc.assert(
    fc.property(
      anyCoordinationFacts.chain((facts) => fc.tuple(fc.constant(facts), inAnyOrder(facts))),
      ([facts, arrived]) => {
        expect(folded(arrived)).toEqual(folded(facts))
      },
    ),
    { numRuns: 1_000 },
  )
})

test('no incident is in two wholes, and none that anything tells of disappears', () => {
  fc.assert(
    fc.property(anyCoordinationFacts, (facts) => {
      const { incidents, waiting } = folded(facts)
      const shown = incidents.flatMap(({ members }) => members)
      const isUndone = (id: string) =>
        !standingFacts(facts, { undoes: coordinationUndoes }).some(
          ({ incident, body }) =>
            incident === id && body.kind !== 'closed' && body.kind !== 'merged',
        )
      const told = facts
        .filter(({ body }) => body.kind !== 'undone')
        .map(({ incident }) => incident)

      expect(new Set(shown).size).toBe(shown.length)
      expect(
        told
          .filter((id) => !shown.includes(id) && !waiting.includes(id))
          .filter((id) => !isUndone(id)),
      ).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test('every mark that stands is shown once, on its step or beside', () => {
  fc.assert(
    fc.property(anyCoordinationFacts, (facts) => {
      const { incidents, marks } = folded(facts)
      const wholes = wholesOf(facts)
      const members = new Set(incidents.flatMap((incident) => incident.members))
      const standing = standingFacts(facts, {
        undoes: coordinationUndoes,
        about: (fact) => incidentSubject(fact, (id) => wholes.get(id)?.id ?? id),
      }).filter(({ incident, body }) => body.kind === 'step' && members.has(incident))
      const shown = marks.flat().flatMap(({ standing: own }) => [own.shown, ...own.beside])

      expect(shown.map(({ entryId }) => entryId).toSorted()).toEqual(
        standing.map(({ entryId }) => entryId).toSorted(),
      )
    }),
    { numRuns: 1_000 },
  )
})

test('a merge that is undone leaves everything as it was', () => {
  fc.assert(
    fc.property(anyCoordinationFacts, (facts) => {
      const merge = aCoordinationFact(50, { kind: 'merged', other: incidentId(2) })
      const undo = aCoordinationFact(51, { kind: 'undone', facts: [factId(50)] })

      // An incident that the merge alone tells of waits no longer.
      expect(folded([...facts, merge, undo]).incidents).toEqual(folded(facts).incidents)
    }),
  )
})

test('the hour decides nothing but whether a confirmation counts', () => {
  const received = anyCoordinationFacts.map((facts) =>
    facts.map((fact) => ({ ...fact, receivedAt: fact.at })),
  )
  fc.assert(
    fc.property(received, fc.nat(100_000), (facts, later) => {
      const timeless = (at: number) =>
        foldIncidents(facts, minute(at)).map(({ standing, ...rest }) => ({
          ...rest,
          isClosed: standing === 'closed',
        }))

      expect(timeless(later)).toEqual(timeless(0))
    }),
  )
})
