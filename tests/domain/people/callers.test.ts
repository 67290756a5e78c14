import { expect, test } from 'vitest'
import { callingFacts } from '#domain/people/callers.ts'
import { anAuthor, aPersonFact, factId } from '../../support/a-fact.ts'

const calls = (n: number, author: number, isCalling: boolean) =>
  aPersonFact(
    n,
    { kind: 'calling', list: 'safetyAlarm', isCalling },
    { author: anAuthor(author), entryId: factId(n) },
  )
const list = (...facts: ReturnType<typeof calls>[]) =>
  [...callingFacts(facts, 'safetyAlarm').values()].map(({ author, body }) => [
    author.name,
    body.isCalling,
  ])

test('what each said last counts, in any order', () => {
  const facts = [calls(1, 1, true), calls(2, 2, true), calls(3, 1, false)]

  expect(list(...facts)).toEqual(list(...facts.toReversed()))
  expect(
    new Map(callingFacts(facts, 'safetyAlarm')).get(anAuthor(1).employeeId)?.body.isCalling,
  ).toBe(false)
  expect(list(...facts)).toHaveLength(2)
})

test('callers of another list are others', () => {
  expect(callingFacts([calls(1, 1, true)], 'medicineDispenser').size).toBe(0)
})

test('a press that was taken back is none', () => {
  const undo = aPersonFact(2, { kind: 'undone', facts: [factId(1)] })

  expect(callingFacts([calls(1, 1, true), undo], 'safetyAlarm').size).toBe(0)
})
