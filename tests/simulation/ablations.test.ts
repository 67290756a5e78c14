import { expect, test } from 'vitest'
import { ablations, isAblation } from './ablations.ts'
import { simulate } from './simulate.ts'

/**
 * No seed has been seen to fail without it: the streams of this simulation are so small that a build is seldom under way
 * while something is written. `npm run sim -- --without bucketDelta` still leaves it out.
 */
const unseen: readonly string[] = ['bucketDelta']

const names = Object.keys(ablations)
  .filter(isAblation)
  .filter((name) => !unseen.includes(name))

/** Within so many seeds each mechanism is missed when it is left out. */
const mostSeeds = 3_000

test.each(names)('without %s the simulation fails', { timeout: 1_200_000 }, async (without) => {
  let failure: string | null = null
  for (let seed = 1; seed <= mostSeeds && failure === null; seed++) {
    failure =
      (await simulate({ seed, without })) ?? (await simulate({ seed, without, pace: 'rushed' }))
  }

  expect(failure).not.toBeNull()
})
