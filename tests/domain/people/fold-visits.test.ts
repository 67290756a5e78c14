import { expect, test } from 'vitest'
import { foldPeople } from '#domain/people/fold-people.ts'
import { visitKeyText } from '#domain/people/keys.ts'
import { isUnmet, unmetVisits } from '#domain/people/visits/unmet-visits.ts'
import type { VisitState } from '#domain/people/people.ts'
import type { PersonFact, VisitKey, VisitOutcome } from '#domain/people/person-fact.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { anAuthor, aPersonFact, factId } from '../../support/a-fact.ts'
import { aPatientId } from '../../support/a-patient.ts'

const visit: VisitKey = { patientId: aPatientId(1), planned: null }
const [giver, receiver, third] = [anAuthor(1), anAuthor(2), anAuthor(3)]

const by = (author = giver, ...replaced: number[]) => ({ author, replaces: replaced.map(factId) })
const gives = (n: number, ...replaced: number[]) =>
  aPersonFact(n, { kind: 'visitGiven', visit, to: receiver }, by(giver, ...replaced))
const takes = (n: number, author = receiver, ...replaced: number[]) =>
  aPersonFact(n, { kind: 'visitTaken', visit }, by(author, ...replaced))
const ends = (n: number, outcome: VisitOutcome, author = receiver, ...replaced: number[]) =>
  aPersonFact(n, { kind: 'visitEnded', visit, outcome, word: null }, by(author, ...replaced))

function stateOf(...facts: PersonFact[]): VisitState {
  const state = foldPeople(facts).visits.get(visitKeyText(visit))
  if (state === undefined) throw new Error('No such visit')
  return state
}
const unmet = (...facts: PersonFact[]) => unmetVisits(foldPeople(facts)).length
const holder = (...facts: PersonFact[]) => stateOf(...facts).holder?.name

test('a visit that is given stays the giver’s until it is taken over', () => {
  expect(holder(gives(1))).toBe(giver.name)
  expect(stateOf(gives(1)).offered?.shown.body.to.name).toBe(receiver.name)
  expect(holder(gives(1), takes(2, receiver, 1))).toBe(receiver.name)
  expect(stateOf(gives(1), takes(2, receiver, 1)).offered).toBeNull()
})

test('whoever gives away what she has taken has it until the other takes it', () => {
  expect(holder(takes(1, giver), gives(2, 1))).toBe(giver.name)
  expect(holder(takes(1, giver), gives(2, 1), takes(3, receiver, 2))).toBe(receiver.name)
})

test('a visit that somebody drives to is hers, whoever gives it away without knowing', () => {
  expect(holder(takes(1, third), gives(2))).toBe(third.name)
})

test('taking over is undone back to the giver', () => {
  const undo = aPersonFact(3, { kind: 'undone', facts: [factId(2)] })

  expect(holder(gives(1), takes(2, receiver, 1), undo)).toBe(giver.name)
})

test('of two who take it without knowing, the later has it and the other stands beside', () => {
  const { holder: has, taken } = stateOf(takes(1), takes(2, third))

  expect(has?.name).toBe(third.name)
  expect(taken?.beside.map(({ author }) => author.name)).toEqual([receiver.name])
})

test('done by anyone is done, whatever another has seen', () => {
  const { ended, needsTwo } = stateOf(
    takes(1),
    ends(2, 'done', third),
    ends(3, 'notHome'),
    ends(4, 'needsTwo'),
  )

  expect(ended?.shown.author.name).toBe(third.name)
  expect(ended?.beside).toHaveLength(2)
  expect(needsTwo).toBe(false)
})

test('of other endings the one that says least of the patient shows', () => {
  const outcomes: VisitOutcome[] = ['partly', 'blockedRoad', 'notHome', 'needsTwo']
  const facts = outcomes.map((outcome, n) => ends(n + 1, outcome))

  expect(stateOf(...facts).ended?.shown.body.outcome).toBe('notHome')
  expect(stateOf(...facts).needsTwo).toBe(true)
})

test('a visit that takes two is unmet until two have taken it, or somebody has done it', () => {
  const alone = [takes(1), ends(2, 'needsTwo')]

  expect(unmet(...alone)).toBe(1)
  expect(unmet(...alone, takes(3, receiver))).toBe(1)
  expect(unmet(...alone, takes(3, third))).toBe(0)
  expect(unmet(...alone, ends(4, 'done', third, 2))).toBe(0)
  expect(unmet(takes(1), ends(2, 'notHome'))).toBe(0)
})

test('a visit that its list plans for two is unmet before anybody has said anything', () => {
  expect(isUnmet(null, 2)).toBe(true)
  expect(isUnmet(null, 1)).toBe(false)
  expect(isUnmet(stateOf(takes(1), takes(2, third)), 2)).toBe(false)
})

test('visits of a list and the one that the incident made are apart', () => {
  const on = LocalDate.parse('2026-11-23')
  const planned = (visitId: string) =>
    visitKeyText({ patientId: visit.patientId, planned: { visitId, on } })

  expect(new Set([visitKeyText(visit), planned('a'), planned('b'), planned('a" "b')]).size).toBe(4)
})
