import { expect, test } from 'vitest'
import { callingAblations, isCallingAblation } from './calling-ablations.ts'
import { simulateCalling } from './simulate-calling.ts'

const seeds = Array.from({ length: 40 }, (_, n) => n + 1)

test('six people, two without contact for an hour, reach all 352 or put them on the visit list; nobody rings one whom the server has given to another, unless both are warned', () => {
  const results = seeds.map((seed) => ({ seed, ...simulateCalling({ seed }) }))

  expect(results.filter(({ failures }) => failures.length > 0)).toEqual([])
  // The two who have no contact are in the way of others, or nothing was tried.
  expect(results.every(({ rungTwice }) => rungTwice > 0)).toBe(true)
})

test.each(Object.keys(callingAblations).filter(isCallingAblation))(
  'without %s the simulation of calls fails',
  (without) => {
    const failing = seeds.find((seed) => simulateCalling({ seed, without }).failures.length > 0)

    expect(failing).toBeDefined()
  },
)
