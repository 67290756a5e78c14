import type { Measurement } from './benchmark.ts'

/** A measurement is its median, each peer with how many times ours it takes, and what was measured. */
export function tableOf(measurements: readonly Measurement[]): string {
  return measurements.map(partOf).join('\n\n')
}

function partOf({ name, median, runs, unit, peers, note }: Measurement): string {
  const spread = `${Math.min(...runs)} – ${Math.max(...runs)} in ${runs.length}`
  return [
    `${name.padEnd(30)}${inColumn(median, unit)}   ${spread}`,
    ...Object.entries(peers).map(
      ([peer, theirs]) =>
        `  ${peer.padEnd(28)}${inColumn(theirs, unit)}   ${(theirs / median).toFixed(2)} × ours`,
    ),
    `  ${note}`,
  ].join('\n')
}

function inColumn(figure: number, unit: string): string {
  return `${figure.toFixed(2).padStart(10)} ${unit}`
}
