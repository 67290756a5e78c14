import { expect, test } from 'vitest'
import { ablations, isAblation } from './ablations.ts'
import { simulate } from './simulate.ts'

const names = Object.keys(ablations).filter(isAblation)

/** Within so many seeds each mechanism is missed when it is left out. */
const mostSeeds = 3_000

test.each(names)('without %s the simulation fails', { timeout: 300_000 }, async (without) => {
  let failure: string | null = null
  for (let seed = 1; seed <= mostSeeds && failure === null; seed++) {
    failure =
      (await simulate({ seed, without })) ?? (await simulate({ seed, without, pace: 'rushed' }))
  }

  expect(failure).not.toBeNull()
})
