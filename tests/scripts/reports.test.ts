import { expect, test } from 'vitest'
import {
  playwrightFiles,
  playwrightTally,
  readReport,
  vitestFiles,
  vitestTally,
} from '../../scripts/reports.ts'

test('a test file that could not be read in is a failure though it holds no test', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  }

  expect(vitestTally(JSON.stringify(report))).toEqual({ passed: 3, failed: 2 })
})

test('a browser test that passed at the second try is a failure', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 2 }, errors: [] }

  expect(playwrightTally(JSON.stringify(report))).toEqual({ passed: 5, failed: 3 })
})

test('a report that was never written is nothing, not success', async () => {
  const report = await readReport('/nowhere/report.json', vitestTally)

  expect(report).toBeNull()
})

test('a file of Vitest takes as long as its tests, and one of Playwright as all that is nested in it', () => {
  const vitest = { testResults: [{ name: '/app/a.test.ts', startTime: 1_000, endTime: 3_500 }] }
  const spec = { tests: [{ results: [{ duration: 2_000 }, { duration: 500 }] }] }
  const suite = { file: 'b.spec.ts', specs: [spec], suites: [{ file: 'b.spec.ts', specs: [spec] }] }
  const playwright = { config: { rootDir: '/app/e2e' }, suites: [suite] }

  expect(vitestFiles(JSON.stringify(vitest))).toEqual([{ file: '/app/a.test.ts', seconds: 2.5 }])
  expect(playwrightFiles(JSON.stringify(playwright))).toEqual([
    { file: '/app/e2e/b.spec.ts', seconds: 5 },
  ])
})
