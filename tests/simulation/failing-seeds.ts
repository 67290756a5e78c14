import type { SimulationOptions } from './create-context.ts'
import { simulate } from './simulate.ts'

/** Runs so many seeds, and answers those in which an invariant did not hold. */
export async function failingSeeds(
  seeds: number,
  options: Omit<SimulationOptions, 'seed'> = {},
): Promise<string[]> {
  const found: string[] = []
  for (let seed = 1; seed <= seeds; seed++) {
    const failure = await simulate({ seed, ...options })
    if (failure !== null) found.push(`seed ${seed}: ${failure}`)
  }
  return found
}
