import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldPeople } from '#domain/people/fold-people.ts'
import { peopleLedger } from '#domain/people/people-ledger.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { aPersonFact, factId, minute } from '../../support/a-fact.ts'
import { aPatientId } from '../../support/a-patient.ts'
import { anyPersonFacts } from '../../support/any-facts.ts'
import { inAnyOrder } from '../../support/in-any-order.ts'

const contact = (n: number, patient: number) =>
  aPersonFact(n, {
    kind: 'contact',
    patientId: aPatientId(patient),
    state: 'noAnswer',
    word: null,
  })

test('facts that come one by one, in any order and repetition, say what all say together', () => {
  fc.assert(
    fc.property(
      anyPersonFacts.chain((facts) => fc.tuple(fc.constant(facts), inAnyOrder(facts))),
      fc.array(fc.nat(4)),
      ([facts, arrived], sizes) => {
        const ledger = peopleLedger()
        const waiting = [...arrived]
        for (const size of sizes) ledger.add(waiting.splice(0, size))

        expect(ledger.add(waiting)).toEqual(foldPeople(facts))
      },
    ),
    { numRuns: 1_000 },
  )
})

test('what was answered before stays as it was', () => {
  const ledger = peopleLedger()
  const before = ledger.add([contact(1, 1)])

  const after = ledger.add([contact(2, 2)])

  expect([before.contacts.size, after.contacts.size]).toEqual([1, 2])
  expect(after.visits).toBe(before.visits)
})

test('the received copy of a fact takes the place of the own one, also where it says something else', () => {
  const own: PersonFact = { ...contact(1, 1), receivedAt: null }
  const received: PersonFact = { ...contact(1, 2), receivedAt: minute(2) }
  const ledger = peopleLedger()

  ledger.add([own])

  expect(ledger.add([received])).toEqual(foldPeople([received]))
  expect(ledger.add([own])).toEqual(foldPeople([received]))
})

test('an undo that came before its fact takes it away when it comes', () => {
  const ledger = peopleLedger()

  ledger.add([aPersonFact(2, { kind: 'undone', facts: [factId(1)] })])

  expect(ledger.add([contact(1, 1)]).contacts.size).toBe(0)
})

test('very many at once are folded together', () => {
  const facts = Array.from({ length: 1_000 }, (_, n) => contact(n, n))

  expect(peopleLedger().add(facts)).toEqual(foldPeople(facts))
})
