import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntryId } from '#domain/base/ids.ts'
import type { Said } from '#domain/facts/said.ts'
import { standingFacts } from '#domain/facts/standing-facts.ts'
import { aSaid, factId } from '../../support/a-fact.ts'
import { inAnyOrder } from '../../support/in-any-order.ts'

type TestFact = Said & { undo: EntryId[] | null; about: string }

const undoes = ({ undo }: TestFact) => undo

/** The fact `n` that takes the place of those numbers. */
const says = (n: number, ...replaced: number[]): TestFact => ({
  ...aSaid(n, { replaces: replaced.map(factId) }),
  undo: null,
  about: 'one thing',
})
/** The fact `n` that takes those numbers away. */
const undoing = (n: number, ...facts: number[]): TestFact => ({
  ...says(n),
  undo: facts.map(factId),
})

const numbers = (facts: readonly TestFact[]) =>
  facts.map(({ entryId }) => Number(entryId.slice(-12)))
const standing = (...facts: TestFact[]) => numbers(standingFacts(facts, { undoes }))

test('a fact that another names is replaced, and facts that do not know each other both stand', () => {
  expect(standing(says(1), says(2, 1))).toEqual([2])
  expect(standing(says(1), says(2))).toEqual([1, 2])
})

test('what names more than what is here still stands', () => {
  expect(standing(says(2, 1))).toEqual([2])
})

test('the cause wins over a clock that is years ahead', () => {
  const yearsAhead = { ...says(1), hlc: aSaid(2_000_000).hlc }

  expect(standing(yearsAhead, says(2, 1))).toEqual([2])
})

test('an undo lets what was replaced stand again, and an undone undo does not', () => {
  expect(standing(says(1), says(2, 1), undoing(3, 2))).toEqual([1])
  expect(standing(says(1), says(2, 1), undoing(3, 2), undoing(4, 3))).toEqual([2])
  expect(standing(says(1), says(2, 1), undoing(3, 2), undoing(4, 3), undoing(5, 4))).toEqual([1])
})

test('undoing the middle of a chain brings nothing back that its end has replaced', () => {
  expect(standing(says(1), says(2, 1), says(3, 2), undoing(4, 2))).toEqual([3])
})

test('an undo of an undo that is itself undone twice counts once', () => {
  expect(standing(says(1), undoing(2, 1), undoing(3, 1), undoing(4, 2))).toEqual([])
})

test('an undo takes nobody’s place, whatever it says it replaces', () => {
  const undo = { ...undoing(3, 2), replaces: [factId(1), factId(2)] }

  expect(standing(says(1), says(2, 1), undo)).toEqual([1])
})

test('a fact about another matter replaces nothing', () => {
  const other = { ...says(2, 1), about: 'another thing' }

  const facts = standingFacts([says(1), other], { undoes, about: ({ about }) => about })

  expect(numbers(facts)).toEqual([1, 2])
})

test('facts that replace each other in a circle, or themselves, hide nothing', () => {
  expect(standing(says(1, 2), says(2, 1))).toEqual([1, 2])
  expect(standing(says(1, 1))).toEqual([1])
  expect(standing(says(1, 3), says(2, 1), says(3, 2))).toEqual([1, 2, 3])
})

test('what a circle replaces outside itself stays replaced, and the circle can be replaced', () => {
  expect(standing(says(9), says(1, 2, 9), says(2, 1))).toEqual([1, 2])
  expect(standing(says(1, 2), says(2, 1), says(3, 1, 2))).toEqual([3])
})

test('undos that undo each other, or themselves, all count', () => {
  expect(standing(says(1), says(2), undoing(3, 1, 4), undoing(4, 2, 3))).toEqual([])
  expect(standing(says(1), undoing(2, 1, 2))).toEqual([])
  expect(standing(says(1), undoing(3, 1, 4), undoing(4, 3), undoing(5, 3))).toEqual([1])
})

test('an author’s own copy gives way to the one that the server has corrected', () => {
  const received = { ...says(1), hlc: aSaid(30).hlc }
  const own = { ...says(1), receivedAt: null }

  expect(standingFacts([own, received], { undoes })).toEqual([received])
  expect(standingFacts([received, own], { undoes })).toEqual([received])
})

test.each([10_000, 10_001])('a chain of %i facts, and of as many undos, is walked', (length) => {
  const facts = Array.from({ length }, (_, n) => (n === 0 ? says(0) : says(n, n - 1)))
  const undos = [says(0), ...Array.from({ length }, (_, n) => undoing(n + 1, n))]
  const circle = [...facts.slice(1), says(0, length - 1)]

  expect(standing(...facts)).toEqual([length - 1])
  expect(standing(...undos)).toEqual(length % 2 === 0 ? [0] : [])
  expect(standing(...circle)).toHaveLength(length)
})

/** Facts of any kind that name any others, later ones and themselves too: what a hostile client may send. */
const anyFacts = fc
  .array(fc.record({ undoes: fc.boolean(), names: fc.array(fc.nat(9), { maxLength: 3 }) }), {
    maxLength: 9,
  })
  .map((drawn) =>
    drawn.map(({ undoes: isUndo, names }, n) =>
      isUndo ? undoing(n, ...names) : says(n, ...names),
    ),
  )

/** The rule as one would say it, slowly. */
function byTheRule(facts: readonly TestFact[]): number[] {
  const byId = new Map(facts.map((fact) => [fact.entryId, fact]))
  const namedBy = (fact: TestFact) =>
    (fact.undo ?? fact.replaces)
      .map((id) => byId.get(id))
      .filter((named) => named !== undefined)
      .filter((named) => fact.undo !== null || named.undo === null)
  const reaches = (from: TestFact, to: TestFact, seen = new Set<TestFact>()): boolean =>
    namedBy(from).some((named) => {
      if (named === to) return true
      if (seen.has(named)) return false
      seen.add(named)
      return reaches(named, to, seen)
    })
  const names = (from: TestFact, to: TestFact) =>
    from !== to && namedBy(from).includes(to) && !reaches(to, from)
  const isUndone = (fact: TestFact): boolean =>
    facts.some((other) => other.undo !== null && names(other, fact) && !isUndone(other))
  const isReplaced = (fact: TestFact): boolean =>
    facts.some(
      (other) =>
        other.undo === null && names(other, fact) && (!isUndone(other) || isReplaced(other)),
    )
  return numbers(facts.filter((fact) => fact.undo === null && !isUndone(fact) && !isReplaced(fact)))
}

test('any facts, in any order and repetition, stand as the rule says', () => {
  fc.assert(
    fc.property(
      anyFacts.chain((facts) => fc.tuple(fc.constant(facts), inAnyOrder(facts))),
      ([facts, arrived]) => {
        expect(standing(...arrived)).toEqual(byTheRule(facts))
      },
    ),
    { numRuns: 2_000 },
  )
})

test('something always stands of what nobody has undone', () => {
  const saidOnly = anyFacts.map((facts) => facts.filter(({ undo }) => undo === null))
  fc.assert(
    fc.property(saidOnly, (facts) => {
      expect(standing(...facts).length > 0).toBe(facts.length > 0)
    }),
  )
})
