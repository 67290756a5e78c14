import { plus, nothing, type Tally, tallyLine } from './tally.ts'

export type Print = (line: string) => void

/** What a part of the gate found; `cpuSeconds` is null where the system does not tell. */
export type PartResult = { tally: Tally; cpuSeconds: number | null }

/** A part of the gate, with its tools' output going where it is told to. */
export type Part = { name: string; run: (print: Print) => Promise<PartResult> }

export type TimedPart = PartResult & { name: string; seconds: number }

/**
 * Runs lanes side by side, and the parts of each lane one after another. Every line is printed at once under the name
 * of its part, so that a run that hangs shows where.
 */
export async function runLanes(
  lanes: readonly (readonly Part[])[],
  print: Print,
): Promise<TimedPart[]> {
  const found = await Promise.all(lanes.map((lane) => runLane(lane, print)))
  return found.flat()
}

async function runLane(lane: readonly Part[], print: Print): Promise<TimedPart[]> {
  const found: TimedPart[] = []
  for (const { name, run } of lane) {
    const printNamed: Print = (line) => print(`${name} | ${line}`)
    const started = performance.now()
    const result = await resultOf(run, printNamed)
    const seconds = (performance.now() - started) / 1000
    printNamed(tallyLine(result.tally))
    found.push({ ...result, name, seconds })
  }
  return found
}

/** A part that breaks down is one failure, and what comes after it runs all the same. */
async function resultOf(run: Part['run'], print: Print): Promise<PartResult> {
  try {
    return await run(print)
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    for (const line of text.split('\n')) print(line)
    return { tally: { passed: 0, failed: 1 }, cpuSeconds: null }
  }
}

export function totalOf(parts: readonly { tally: Tally }[]): Tally {
  return parts.reduce((sum, { tally }) => plus(sum, tally), nothing)
}
