import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Author } from '#domain/base/author.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import { visitKeyText } from '#domain/people/keys.ts'
import type { PersonFact, PersonFactBody, PowerFinding } from '#domain/people/person-fact.ts'
import { personReplaces, standingOnSamePerson } from '#domain/people/person-replaces.ts'
import { aPersonFact, anAuthor, factId } from '../../support/a-fact.ts'
import { aPatientId } from '../../support/a-patient.ts'
import { anyPersonFacts } from '../../support/any-facts.ts'

const patientId = aPatientId(1)
const visit = { patientId, planned: null }

function replaces(facts: readonly PersonFact[], body: PersonFactBody, author: Author = anAuthor()) {
  const fact = { author, body }
  return personReplaces(fact, standingOnSamePerson(fact, facts), foldPeople(facts))
}

function contact(state: 'noAnswer' | 'spokenOk' | 'needsVisit'): PersonFactBody {
  return { kind: 'contact', patientId, state, word: null }
}

function found(more: Partial<PowerFinding>): PersonFactBody {
  const nothing = { batteryMinutes: null, reserveMinutes: null, hasPower: null }
  const finding = { patientId, poweredDeviceId: 'd1', ...nothing, someoneThere: null, word: null }
  return { kind: 'power', finding: { ...finding, ...more } }
}

test('what a contact is said over is what shows, and what stands beside it', () => {
  const facts = [aPersonFact(1, contact('spokenOk')), aPersonFact(2, contact('needsVisit'))]

  expect(replaces(facts, contact('noAnswer'))).toEqual([factId(1), factId(2)])
})

test('what was undone or replaced is not named again', () => {
  const facts = [
    aPersonFact(1, contact('noAnswer')),
    aPersonFact(2, contact('spokenOk'), { replaces: [factId(1)] }),
    aPersonFact(3, contact('needsVisit'), { replaces: [factId(2)] }),
    aPersonFact(4, { kind: 'undone', facts: [factId(3)] }),
  ]

  expect(replaces(facts, contact('noAnswer'))).toEqual([factId(2)])
})

test('whatever stood, a contact that is said with all of it known stands alone', () => {
  fc.assert(
    fc.property(anyPersonFacts, (facts) => {
      const body = contact('spokenOk')
      const said = aPersonFact(95, body, { entryId: factId(99), replaces: replaces(facts, body) })

      const standing = foldPeople([...facts, said]).contacts.get(patientId)

      expect(standing).toEqual({ shown: said, beside: [] })
    }),
  )
})

test('a finding takes the place of those that it says all of anew, for the same device or for all', () => {
  const battery = aPersonFact(1, found({ batteryMinutes: 60 }))
  const there = aPersonFact(2, found({ someoneThere: true }))
  const other = aPersonFact(3, found({ poweredDeviceId: 'd2', batteryMinutes: 60 }))
  const facts = [battery, there, other]

  expect(replaces(facts, found({ batteryMinutes: 240 }))).toEqual([factId(1)])
  expect(replaces(facts, found({ poweredDeviceId: null, batteryMinutes: 240 }))).toEqual([
    factId(1),
    factId(3),
  ])
  expect(replaces(facts, found({ hasPower: true }))).toEqual([])
})

test('whoever takes a visit over takes the place of the giver, but not of the other where it takes two', () => {
  const given = aPersonFact(
    1,
    { kind: 'visitGiven', visit, to: anAuthor(2) },
    { author: anAuthor(1) },
  )
  const third = aPersonFact(2, { kind: 'visitTaken', visit }, { author: anAuthor(3) })
  const needsTwo = aPersonFact(3, { kind: 'visitEnded', visit, outcome: 'needsTwo', word: null })
  const taking: PersonFactBody = { kind: 'visitTaken', visit }

  expect(replaces([given, third], taking, anAuthor(2))).toEqual([factId(1), factId(2)])
  expect(replaces([given, third, needsTwo], taking, anAuthor(2))).toEqual([factId(1)])
})

test('two who take a visit that takes two both have it', () => {
  const needsTwo = aPersonFact(1, { kind: 'visitEnded', visit, outcome: 'needsTwo', word: null })
  const taking: PersonFactBody = { kind: 'visitTaken', visit }
  const first = aPersonFact(2, taking, { author: anAuthor(1) })
  const second = aPersonFact(3, taking, {
    author: anAuthor(2),
    replaces: replaces([needsTwo, first], taking, anAuthor(2)),
  })

  const state = foldPeople([needsTwo, first, second]).visits.get(visitKeyText(visit))

  expect(state?.taken).toEqual({ shown: second, beside: [first] })
})

test('nothing is replaced by an undo', () => {
  const facts = [aPersonFact(1, contact('spokenOk'))]

  expect(replaces(facts, { kind: 'undone', facts: [factId(1)] })).toEqual([])
})
