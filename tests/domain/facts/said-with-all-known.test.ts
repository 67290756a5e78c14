import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CoordinationFact, CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import { replacedByFact } from '#domain/incidents/replaced-by-fact.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import { replacedByPersonFact } from '#domain/people/replaced-by-person-fact.ts'
import {
  aCoordinationFact,
  anAuthor,
  aPersonFact,
  aStart,
  aStep,
  factId,
  incidentId,
  minute,
} from '../../support/a-fact.ts'
import { aPatientId } from '../../support/a-patient.ts'
import { anyCoordinationFacts, anyPersonFacts } from '../../support/any-facts.ts'

const incident = incidentId(1)
/** No drawn fact has its id, or that of what is said. */
const start = aCoordinationFact(1, aStart(), { entryId: factId(50) })
const saidId = factId(99)

function find(facts: readonly CoordinationFact[]) {
  const known = foldIncidents(facts, minute(100))
  const found = known.find(({ members }) => members.includes(incident))
  if (found === undefined) throw new Error('It has started.')
  return found
}

function sayKnowing(facts: readonly CoordinationFact[], body: CoordinationFactBody) {
  const whole = find(facts)
  const replaces = replacedByFact(body, whole, markedSteps(facts, whole))
  const said = aCoordinationFact(0, body, { incident, entryId: saidId, replaces })
  return { said, all: [...facts, said] }
}

test('a contact that is said with all known stands alone, by whatever clock', () => {
  fc.assert(
    fc.property(anyPersonFacts, (facts) => {
      const patientId = aPatientId(1)
      const body = { kind: 'contact', patientId, state: 'spokenOk', word: null } as const
      const { employeeId: author } = anAuthor()
      const replaces = replacedByPersonFact(body, foldPeople(facts), { author, staff: 1 })
      const said = aPersonFact(0, body, { entryId: saidId, replaces })

      const standing = foldPeople([...facts, said]).contacts.get(patientId)

      expect(standing).toEqual({ shown: said, beside: [] })
    }),
  )
})

test('a mark that is made with all known stands alone, by whatever clock', () => {
  fc.assert(
    fc.property(anyCoordinationFacts, (facts) => {
      const { said, all } = sayKnowing([start, ...facts], aStep({ step: 1 }))

      const marks = markedSteps(all, find(all)).map(({ standing }) => standing)

      expect(marks.filter(({ shown }) => shown === said)).toEqual([{ shown: said, beside: [] }])
    }),
  )
})

test('a level that is corrected with all known is the level, by whatever clock', () => {
  fc.assert(
    fc.property(anyCoordinationFacts, (facts) => {
      const to = { part: 'level', value: 2 } as const

      const { all } = sayKnowing([start, ...facts], { kind: 'corrected', to })

      expect(find(all).level).toBe(2)
    }),
  )
})
