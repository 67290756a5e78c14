export type Extent = { patients: number; rounds: number }

/** Milliseconds of each round, under the name of who took them. */
export type Rounds = Record<string, number[]>

/**
 * Runs everyone once a round. Each round begins with another of them, so that what one leaves behind
 * (a warm cache, rubbish to collect) falls on all alike.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<Record<string, number>>>>,
): Promise<Record<string, Rounds>> {
  const parts: Record<string, Rounds> = {}
  const names = Object.entries<() => Promise<Record<string, number>>>(contenders)
  for (let round = 0; round < rounds; round++) {
    const first = round % names.length
    for (const [name, run] of [...names.slice(first), ...names.slice(0, first)]) {
      for (const [part, taken] of Object.entries(await run())) {
        const rounds = (parts[part] ??= {})
        ;(rounds[name] ??= []).push(taken)
      }
    }
  }
  return parts
}

export async function timed<Value>(
  work: () => Promise<Value>,
): Promise<{ milliseconds: number; value: Value }> {
  const started = performance.now()
  const value = await work()
  return { milliseconds: performance.now() - started, value }
}

/** What nineteen of twenty stay below. */
export function percentile95(times: readonly number[]): number {
  return percentile(times, 0.95)
}

export function middle(times: readonly number[]): number {
  return percentile(times, 0.5)
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  const found = sorted[Math.ceil(sorted.length * share) - 1]
  if (found === undefined) throw new Error('A percentile of nothing.')
  return found
}
