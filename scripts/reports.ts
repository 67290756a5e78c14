import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Tally } from './tally.ts'

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
})

/** Counts a Vitest report. A file that could not be loaded has no tests, and counts as one failure. */
export function vitestTally(text: string): Tally {
  const report = VitestReport.parse(JSON.parse(text))
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Counts a Playwright report. A test that passed at the second attempt counts as failed. */
export function playwrightTally(text: string): Tally {
  const { stats, errors } = PlaywrightReport.parse(JSON.parse(text))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** Answers null when the runner has not written a report. */
export async function readReport(
  path: string,
  tally: (text: string) => Tally,
): Promise<Tally | null> {
  try {
    return tally(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
