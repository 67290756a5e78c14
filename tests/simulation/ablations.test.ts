import { expect, test } from 'vitest'
import { ablations, isAblation } from './ablations.ts'
import { firstShown } from './first-shown.ts'

const names = Object.keys(ablations).filter(isAblation)

/** Within so many seeds each mechanism is missed when it is left out, by the invariant that says what is to go wrong. */
const mostSeeds = 300

test.each(names)('without %s the simulation fails', { timeout: 600_000 }, async (without) => {
  expect(await firstShown(without, mostSeeds)).not.toBeNull()
})
