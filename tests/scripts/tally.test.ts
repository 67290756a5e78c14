import { expect, test } from 'vitest'
import { runnerTally, tallyLine } from '../../scripts/tally.ts'

test('a runner that wrote no report counts as one failure', () => {
  expect(runnerTally(null, 0)).toEqual({ passed: 0, failed: 1 })
})

test('a runner that ran no test counts as one failure', () => {
  expect(runnerTally({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
})

test('a runner that crashed after its tests passed counts as one failure more', () => {
  expect(runnerTally({ passed: 7, failed: 0 }, 1)).toEqual({ passed: 7, failed: 1 })
})

test('a runner whose tests failed is counted as it reports', () => {
  expect(runnerTally({ passed: 7, failed: 2 }, 1)).toEqual({ passed: 7, failed: 2 })
})

test('the last line says how many passed and failed', () => {
  expect(tallyLine({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed')
})
