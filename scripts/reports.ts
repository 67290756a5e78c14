import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Tally } from './tally.ts'

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

const VitestFiles = z.object({
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number() })),
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
})

const Suite = z.object({
  file: z.string(),
  specs: z.array(
    z.object({
      tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })),
    }),
  ),
  get suites() {
    return z.array(Suite).optional()
  },
})
type Suite = z.infer<typeof Suite>

const PlaywrightFiles = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(Suite),
})

/** How long the tests of a file took, without starting what they run in. */
export type FileTime = { file: string; seconds: number }

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

export function vitestFiles(text: string): FileTime[] {
  return VitestFiles.parse(JSON.parse(text)).testResults.map(({ name, startTime, endTime }) => ({
    file: name,
    seconds: (endTime - startTime) / 1000,
  }))
}

export function playwrightFiles(text: string): FileTime[] {
  const { config, suites } = PlaywrightFiles.parse(JSON.parse(text))
  return suites.map((suite) => ({
    file: join(config.rootDir, suite.file),
    seconds: millisecondsOf(suite) / 1000,
  }))
}

function millisecondsOf({ specs, suites = [] }: Suite): number {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results))
  const inside = suites.map((suite) => millisecondsOf(suite))
  return [...own.map(({ duration }) => duration), ...inside].reduce((sum, one) => sum + one, 0)
}

/** Answers null when the runner has not written a report. */
export async function readReport<Value>(
  path: string,
  read: (text: string) => Value,
): Promise<Value | null> {
  try {
    return read(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
