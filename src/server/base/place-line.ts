import { Refused } from './refused.ts'

/** How many work at once, and how many more wait for their turn. */
export type LineLimits = { working: number; waiting: number }

/** Does work when it is its turn, in the order of coming; refuses when too many wait already. */
export type PlaceLine = <Value>(work: () => Promise<Value>) => Promise<Value>

export function openPlaceLine(limits: LineLimits): PlaceLine {
  const waiting: (() => void)[] = []
  let working = 0
  return async (work) => {
    if (working < limits.working) working += 1
    else if (waiting.length >= limits.waiting) throw new Refused('busy', { retryAfterSeconds: 5 })
    // Whoever leaves hands over the place, so that `working` stays as it is.
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) working -= 1
      else next()
    }
  }
}
