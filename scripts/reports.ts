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

/** A file that could not even be read in has no tests to its name, and is one failure. */
export function vitestTally(text: string): Tally {
  const report = VitestReport.parse(JSON.parse(text))
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** A test that passed at the second try counts as failed. */
export function playwrightTally(text: string): Tally {
  const { stats, errors } = PlaywrightReport.parse(JSON.parse(text))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** Answers null when the runner never came so far as to write its report. */
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
