import { z } from 'zod'

/** How much is measured, and how often: the same for ours and for every peer. */
export type Extent = { patients: number; rounds: number }

/** One measured thing, with its peers side by side in the same run. */
export type Measurement = {
  name: string
  unit: 'ms'
  median: number
  runs: number[]
  /** Median of each peer; a floor is named `floor:…`. */
  peers: Record<string, number>
  /** What was measured, and whether it cost more than it may. */
  note: string
}

export type Benchmark = {
  name: string
  /** One line for the list of benchmarks. */
  about: string
  /** How many patients, unless an argument says otherwise. */
  patients: number
  measure(extent: Extent): Promise<Measurement[]>
}

/** Milliseconds of each round: `ours`, and each peer under its own name. */
export const Rounds = z.record(z.string(), z.array(z.number()))
export type Rounds = z.infer<typeof Rounds>

/** What is allowed: at most so long, at most so many times a peer, and quicker than these peers. */
export type Budget = {
  milliseconds?: number
  atMost?: { peer: string; times: number }
  quickerThan?: readonly string[]
}

/** Rounds of ours and of each peer, taken in turns, become one measurement. */
export function measurementOf(
  name: string,
  about: string,
  { ours, ...peers }: Rounds,
  budget: Budget = {},
): Measurement {
  if (ours === undefined) throw new Error(`${name} measured nothing of ours.`)
  const measured = {
    name,
    unit: 'ms',
    median: rounded(median(ours)),
    runs: ours.map(rounded),
    peers: Object.fromEntries(
      Object.entries(peers).map(([peer, rounds]) => [peer, rounded(median(rounds))]),
    ),
  } as const
  return { ...measured, note: [about, ...verdicts(measured, budget)].join('; ') }
}

function verdicts(
  { median: ours, peers }: Pick<Measurement, 'median' | 'peers'>,
  { milliseconds, atMost, quickerThan = [] }: Budget,
): string[] {
  return [
    ...(milliseconds === undefined
      ? []
      : [`budget ${milliseconds} ms ${ours <= milliseconds ? 'kept' : 'BROKEN'}`]),
    ...(atMost === undefined ? [] : [timesVerdict(ours / peerIn(peers, atMost.peer), atMost)]),
    ...quickerThan.map((peer) => {
      return ours < peerIn(peers, peer) ? `quicker than ${peer}` : `SLOWER than ${peer}`
    }),
  ]
}

function timesVerdict(measured: number, { peer, times }: NonNullable<Budget['atMost']>): string {
  const verdict = measured <= times ? 'kept' : 'BROKEN'
  return `${measured.toFixed(2)} × ${peer}, at most ${times} × ${verdict}`
}

function peerIn(peers: Readonly<Record<string, number>>, peer: string): number {
  const theirs = peers[peer]
  if (theirs === undefined) throw new Error(`No peer named ${peer} was measured.`)
  return theirs
}

export function median(rounds: readonly number[]): number {
  const sorted = rounds.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('A median of no rounds.')
  return (upper + lower) / 2
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100
}
