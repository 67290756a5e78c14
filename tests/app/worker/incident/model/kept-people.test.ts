import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptPeople } from '#app/worker/incident/model/kept-people.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import { anyPersonFacts } from '../../../../support/any-facts.ts'

test('what is kept up to date is what a fold of all facts says, whatever comes and goes', () => {
  const anySteps = fc.tuple(
    anyPersonFacts,
    fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 5 }),
  )
  fc.assert(
    fc.property(anySteps, ([facts, ranges]) => {
      const kept = keptPeople()
      for (const [from, to] of ranges) {
        const present = facts.slice(Math.min(from, to), Math.max(from, to))

        expect(kept(present).people).toEqual(foldPeople(present))
      }
    }),
  )
})

test('the same facts are the same people', () => {
  const kept = keptPeople()
  const none = kept([])

  expect(kept([])).not.toBe(none)
  expect(kept(none.facts).people).toBe(none.people)
})
