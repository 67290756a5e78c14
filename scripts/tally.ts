/** How many tests passed and failed; `npm test` adds up the tallies of all its runners. */
export type Tally = { passed: number; failed: number }

export const nothing: Tally = { passed: 0, failed: 0 }

export function plus(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed }
}

/** Counts a step, which has passed or failed. */
export function step(succeeded: { exitCode: number }): Tally {
  return succeeded.exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * Counts a runner by its own report and its exit code.
 *
 * A runner that crashed, wrote no report or ran no test at all is one failure, whatever else it reports:
 * a missing result must never look like success.
 */
export function runnerTally(report: Tally | null, exitCode: number): Tally {
  if (report === null || report.passed + report.failed === 0) return { passed: 0, failed: 1 }
  if (exitCode !== 0 && report.failed === 0) return plus(report, { passed: 0, failed: 1 })
  return report
}

export function tallyLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`
}
