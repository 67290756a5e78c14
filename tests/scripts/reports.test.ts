import { expect, test } from 'vitest'
import { playwrightTally, readReport, vitestTally } from '../../scripts/reports.ts'

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
