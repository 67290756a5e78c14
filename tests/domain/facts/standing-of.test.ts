import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from '#domain/facts/standing-of.ts'
import { aSaid, factId } from '../../support/a-fact.ts'

const worry = ({ n }: { n: number }) => n

test('the most worrying shows, then the later by the hybrid clock, then the greater id', () => {
  const early = aSaid(1, { n: 2 })
  const late = aSaid(9)
  const sameTime = aSaid(9, { entryId: factId(10) })

  expect(standingOf([late, early], worry)?.shown).toBe(early)
  expect(standingOf([aSaid(1), late], worry)?.shown).toBe(late)
  expect(standingOf([sameTime, late], worry)).toEqual({ shown: sameTime, beside: [late] })
})

test('of nothing, nothing stands', () => {
  expect(standingOf([], worry)).toBeNull()
})

test('the order in which facts came decides nothing', () => {
  const facts = [aSaid(1, { n: 3 }), aSaid(2), aSaid(3, { n: 3 }), aSaid(4, { n: 2 })]
  const expected = [3, 1, 4, 2]

  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
      const standing = standingOf(shuffled, worry)
      const ids = standing === null ? [] : [standing.shown, ...standing.beside]
      expect(ids.map(({ entryId }) => entryId)).toEqual(expected.map(factId))
    }),
  )
})
