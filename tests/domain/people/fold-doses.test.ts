import { expect, test } from 'vitest'
import { foldPeople } from '#domain/people/fold-people.ts'
import { doseKeyText } from '#domain/people/keys.ts'
import type { DoseState } from '#domain/people/people.ts'
import type { DoseKey, PersonFact } from '#domain/people/person-fact.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { aPersonFact, factId } from '../../support/a-fact.ts'
import { aPatientId, at } from '../../support/a-patient.ts'

const dose: DoseKey = {
  patientId: aPatientId(1),
  line: null,
  on: LocalDate.parse('2026-11-23'),
  slot: at('20:00'),
}
const naming = (replaced: number[]) => ({ replaces: replaced.map(factId) })
const given = (n: number, ...replaced: number[]) =>
  aPersonFact(n, { kind: 'dose', dose, notGivenCode: null }, naming(replaced))
const notGiven = (n: number, ...replaced: number[]) =>
  aPersonFact(n, { kind: 'dose', dose, notGivenCode: 'refused' }, naming(replaced))
const handled = (n: number, ...replaced: number[]) =>
  aPersonFact(n, { kind: 'doseHandled', dose, word: null }, naming(replaced))
const undo = (n: number, ...facts: number[]) =>
  aPersonFact(n, { kind: 'undone', facts: facts.map(factId) })

function stateOf(...facts: PersonFact[]): DoseState {
  const state = foldPeople(facts).doses.get(doseKeyText(dose))
  if (state === undefined) throw new Error('No such dose')
  return state
}
const isDoubled = (...facts: PersonFact[]) => stateOf(...facts).isDoubled
const lastKnown = (...facts: PersonFact[]) => stateOf(...facts).lastKnown?.entryId

test('a dose that nobody has said anything of is in no fold: it is not «not given»', () => {
  expect(foldPeople([]).doses.size).toBe(0)
})

test('the last known is the later, and a given one before one that was not', () => {
  expect(lastKnown(given(1), given(2))).toBe(factId(2))
  expect(lastKnown(given(1), notGiven(2))).toBe(factId(1))
  expect(lastKnown(given(1), notGiven(2, 1))).toBe(factId(2))
})

test('one dose that arrives twice is one, and two are two', () => {
  expect(isDoubled(given(1), given(1))).toBe(false)
  expect(isDoubled(given(1), given(2))).toBe(true)
})

test('a dose that was given with the knowledge of another is given twice all the same', () => {
  expect(isDoubled(given(1), given(2, 1))).toBe(true)
  expect(isDoubled(given(1), notGiven(2, 1), given(3, 2))).toBe(true)
})

test('an undone dose was not given', () => {
  expect(isDoubled(given(1), given(2), undo(3, 1))).toBe(false)
  expect(foldPeople([given(1), undo(2, 1)]).doses.size).toBe(0)
})

test('it is flagged until somebody has looked into both', () => {
  expect(isDoubled(given(1), given(2), handled(3, 1))).toBe(true)
  expect(isDoubled(given(1), given(2), handled(3, 1), handled(4, 2))).toBe(true)
  expect(isDoubled(given(1), given(2), handled(3, 1, 2))).toBe(false)
  expect(isDoubled(given(1), given(2), handled(3, 1, 2), undo(4, 3))).toBe(true)
})

test('one that comes later is flagged again, until somebody has looked into all', () => {
  const two = [given(1), given(2), handled(3, 1, 2)]

  expect(isDoubled(...two, given(4))).toBe(true)
  expect(isDoubled(...two, given(4), handled(5, 3, 4))).toBe(false)
})

test('lines of the sheet, days and slots are apart', () => {
  const keys: DoseKey[] = [
    dose,
    { ...dose, line: 'a' },
    { ...dose, line: '' },
    { ...dose, slot: at('21:00') },
    { ...dose, on: LocalDate.parse('2026-11-24') },
    { ...dose, patientId: aPatientId(2) },
  ]

  expect(new Set(keys.map(doseKeyText)).size).toBe(keys.length)
})
