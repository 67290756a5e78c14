import { expect, test } from 'vitest'
import { foldPeople } from '#domain/people/fold-people.ts'
import type {
  DoseKey,
  PersonFact,
  PersonFactBody,
  PowerFinding,
  VisitKey,
  VisitOutcome,
} from '#domain/people/person-fact.ts'
import { replacedByPersonFact } from '#domain/people/replaced-by-person-fact.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { found } from '../../support/a-countdown.ts'
import { anAuthor, aPersonFact, factId } from '../../support/a-fact.ts'
import { aPatientId, at } from '../../support/a-patient.ts'

const visit: VisitKey = { patientId: aPatientId(1), planned: null }
const dose: DoseKey = {
  patientId: aPatientId(1),
  line: null,
  on: LocalDate.parse('2026-11-23'),
  slot: at('20:00'),
}

const replacedBy = (body: PersonFactBody, facts: readonly PersonFact[], staff = 1) =>
  replacedByPersonFact(body, foldPeople(facts), { author: anAuthor(1).employeeId, staff })
    .map((id) => Number(id.slice(-12)))
    .toSorted((a, b) => a - b)
const contact = (patient: number): PersonFactBody => ({
  kind: 'contact',
  patientId: aPatientId(patient),
  state: 'noAnswer',
  word: null,
})
const takes = (n: number, author: number) =>
  aPersonFact(n, { kind: 'visitTaken', visit }, { author: anAuthor(author) })
const ends = (outcome: VisitOutcome): PersonFactBody => ({
  kind: 'visitEnded',
  visit,
  outcome,
  word: null,
})
const place = (number: string | null): PersonFactBody => ({
  kind: 'placePower',
  street: 'Storgata',
  number,
  hasPower: true,
})
const finds = (more: Partial<PowerFinding>): PersonFactBody => found(0, 1, more).body

test('a call takes the place of all that was said of this patient', () => {
  const facts = [1, 2, 3].map((n) => aPersonFact(n, contact(n === 3 ? 2 : 1)))

  expect(replacedBy(contact(1), facts)).toEqual([1, 2])
})

test('a finding takes the place of those that say no more than it does', () => {
  const facts = [
    found(1, 1, { batteryMinutes: 60 }),
    found(2, 1, { batteryMinutes: 60, reserveMinutes: 240 }),
    found(3, 1, { batteryMinutes: 30, poweredDeviceId: 'a' }),
  ]

  expect(replacedBy(finds({ batteryMinutes: 90 }), facts)).toEqual([1, 3])
  expect(replacedBy(finds({ batteryMinutes: 90, poweredDeviceId: 'a' }), facts)).toEqual([3])
  expect(replacedBy(finds({ someoneThere: true }), facts)).toEqual([])
})

test('what is said of a street takes the place of what was said of it, not of a house', () => {
  expect(
    replacedBy(place(null), [aPersonFact(1, place(null)), aPersonFact(2, place('4'))]),
  ).toEqual([1])
})

test('giving away what a colleague has taken leaves it hers; one’s own goes', () => {
  const gives: PersonFactBody = { kind: 'visitGiven', visit, to: anAuthor(3) }

  expect(replacedBy(gives, [takes(1, 1), takes(2, 2)])).toEqual([1])
})

test('taking over takes the place of the offer and of whoever had it', () => {
  const offer = aPersonFact(1, { kind: 'visitGiven', visit, to: anAuthor(1) })
  const body: PersonFactBody = { kind: 'visitTaken', visit }

  expect(replacedBy(body, [offer, takes(2, 2)])).toEqual([1, 2])
})

test('the second of two who go leaves the first her place', () => {
  const body: PersonFactBody = { kind: 'visitTaken', visit }

  expect(replacedBy(body, [takes(2, 2)], 2)).toEqual([])
  expect(replacedBy(body, [takes(2, 2), aPersonFact(3, ends('needsTwo'))])).toEqual([])
  expect(replacedBy(body, [takes(2, 1)], 2)).toEqual([2])
})

test('that it takes two stays said until the visit is done', () => {
  const facts = [aPersonFact(1, ends('needsTwo')), aPersonFact(2, ends('notHome'))]

  expect(replacedBy(ends('notHome'), facts)).toEqual([2])
  expect(replacedBy(ends('partly'), facts)).toEqual([2])
  expect(replacedBy(ends('done'), facts)).toEqual([1, 2])
})

test('whoever looks into a dose looks into all that were given', () => {
  const given: PersonFactBody = { kind: 'dose', dose, notGivenCode: null }
  const facts = [aPersonFact(1, given), aPersonFact(2, given)]

  expect(replacedBy({ kind: 'doseHandled', dose, word: null }, facts)).toEqual([1, 2])
  expect(replacedBy(given, facts)).toEqual([2])
})

test('an undo and «jeg ringer» take nobody’s place', () => {
  expect(replacedBy({ kind: 'undone', facts: [factId(1)] }, [takes(1, 1)])).toEqual([])
  expect(replacedBy({ kind: 'calling', list: 'safetyAlarm', isCalling: true }, [])).toEqual([])
})
