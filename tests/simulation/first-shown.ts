import { type Ablation, ablations } from './ablations.ts'
import type { PaceName } from './pace.ts'
import { findFailures } from './simulate.ts'

/** How a mechanism that is left out was missed: in which life, after how many, and by what. */
export type Shown = { seed: number; pace: PaceName; lives: number; failure: string }

const usualPaces: readonly PaceName[] = ['usual', 'rushed']

/** Lives seed after seed without a mechanism, until what is to go wrong goes wrong. Null when it does not. */
export async function firstShown(without: Ablation, mostSeeds: number): Promise<Shown | null> {
  const about: { shownBy: RegExp; pace?: PaceName; from?: number } = ablations[without]
  const from = about.from ?? 1
  const paces = about.pace === undefined ? usualPaces : [about.pace]
  let lives = 0
  for (let seed = from; seed < from + mostSeeds; seed++) {
    for (const pace of paces) {
      lives++
      const failures = await findFailures({ seed, without, pace })
      const failure = failures.find((one) => about.shownBy.test(one))
      if (failure !== undefined) return { seed, pace, lives, failure }
    }
  }
  return null
}
