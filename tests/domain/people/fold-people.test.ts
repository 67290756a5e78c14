import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldPeople } from '#domain/people/fold-people.ts'
import { ContactState, type PersonFact } from '#domain/people/person-fact.ts'
import { contactWorry } from '#domain/people/contact-worry.ts'
import { aPersonFact, factId, incidentId, nord2 } from '../../support/a-fact.ts'
import { aPatientId } from '../../support/a-patient.ts'
import { anyPersonFacts } from '../../support/any-facts.ts'
import { inAnyOrder } from '../../support/in-any-order.ts'

const her = aPatientId(1)

const contact = (n: number, state: ContactState, ...replaced: number[]) =>
  aPersonFact(
    n,
    { kind: 'contact', patientId: her, state, word: null },
    {
      replaces: replaced.map(factId),
    },
  )
const undo = (n: number, ...facts: number[]) =>
  aPersonFact(n, { kind: 'undone', facts: facts.map(factId) })
const shown = (...facts: PersonFact[]) => foldPeople(facts).contacts.get(her)?.shown.body.state

test('whoever nobody has said anything of is in no fold', () => {
  expect(shown()).toBeUndefined()
})

test('a later call takes the place of the one it knew, and the more worrying shows of two that did not', () => {
  expect(shown(contact(1, 'needsVisit'), contact(2, 'spokenOk', 1))).toBe('spokenOk')
  expect(shown(contact(1, 'needsVisit'), contact(2, 'spokenOk'))).toBe('needsVisit')
})

test('the worrying state that does not show stands beside', () => {
  const people = foldPeople([contact(1, 'noAnswer'), contact(2, 'needsVisit')])

  expect(people.contacts.get(her)?.beside).toMatchObject([{ entryId: factId(1) }])
})

test('states go from who must be visited to who was seen', () => {
  const order = ContactState.options.toSorted((a, b) => contactWorry[b] - contactWorry[a])

  expect(order).toEqual([
    'needsVisit',
    'noAnswer',
    'dead',
    'transferred',
    'moved',
    'spokenOk',
    'visited',
  ])
})

test('a press that is undone gives back what it took the place of', () => {
  expect(shown(contact(1, 'noAnswer'), contact(2, 'spokenOk', 1), undo(3, 2))).toBe('noAnswer')
})

test('a fact about another patient hides nobody', () => {
  const other = aPersonFact(
    2,
    { kind: 'contact', patientId: aPatientId(2), state: 'visited', word: null },
    { replaces: [factId(1)] },
  )

  expect(shown(contact(1, 'needsVisit'), other)).toBe('needsVisit')
})

test('a patient in two incidents and two zones is one person', () => {
  const elsewhere = { ...contact(2, 'noAnswer'), incident: incidentId(2), zone: nord2 }

  expect(foldPeople([contact(1, 'spokenOk'), elsewhere]).contacts.size).toBe(1)
})

test('findings and places are newest first, without those that were replaced', () => {
  const finding = { patientId: her, poweredDeviceId: null, reserveMinutes: null, word: null }
  const found = (n: number, batteryMinutes: number, ...replaced: number[]) =>
    aPersonFact(
      n,
      {
        kind: 'power',
        finding: { ...finding, batteryMinutes, hasPower: null, someoneThere: null },
      },
      { replaces: replaced.map(factId) },
    )

  const { power } = foldPeople([found(1, 60), found(2, 90), found(3, 30, 1)])

  expect(power.get(her)?.map(({ entryId }) => entryId)).toEqual([factId(3), factId(2)])
})

test('any facts in any order and repetition say the same of everybody', () => {
  fc.assert(
    fc.property(
      anyPersonFacts.chain((facts) => fc.tuple(fc.constant(facts), inAnyOrder(facts))),
      ([facts, arrived]) => {
        expect(foldPeople(arrived)).toEqual(foldPeople(facts))
      },
    ),
    { numRuns: 1_000 },
  )
})

test('nobody who was said to need a visit is hidden by one who did not know', () => {
  fc.assert(
    fc.property(anyPersonFacts, (facts) => {
      const needed = aPersonFact(
        60,
        { kind: 'contact', patientId: aPatientId(2), state: 'needsVisit', word: null },
        { entryId: factId(60) },
      )

      const { contacts } = foldPeople([...facts, needed])

      expect(contacts.get(aPatientId(2))?.shown.body.state).toBe('needsVisit')
    }),
  )
})
