import { relative } from 'node:path'
import type { TimedPart } from './lanes.ts'
import type { FileTime } from './reports.ts'

const slowestShown = 10

/** Where the time of a run went, part by part: on the clock, and on the processors. */
export function partTable(parts: readonly TimedPart[]): string[] {
  return [
    'part            seconds   CPU s   passed  failed',
    ...parts.map(({ name, seconds, cpuSeconds, tally }) =>
      [
        name.padEnd(14),
        seconds.toFixed(1).padStart(8),
        (cpuSeconds?.toFixed(1) ?? '–').padStart(7),
        String(tally.passed).padStart(8),
        String(tally.failed).padStart(7),
      ].join(' '),
    ),
  ]
}

/** The ten files of a runner that took longest, longest first. */
export function slowestFiles(name: string, files: readonly FileTime[], root: string): string[] {
  const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, slowestShown)
  return [
    `slowest of ${name}:`,
    ...slowest.map(
      ({ file, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${relative(root, file)}`,
    ),
  ]
}
