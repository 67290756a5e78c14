import { expect, test } from 'vitest'
import { measurementOf } from '../../../scripts/bench/benchmark.ts'
import { measureInQuiet } from '../../../scripts/bench/measure-in-quiet.ts'

const extent = { patients: 1, rounds: 1 }

/** A benchmark that finds 1, 2, 3 …, and a machine that has these shares to spare, before and after each attempt. */
function aBench(...shares: number[]) {
  let found = 0
  const reported: string[] = []
  return {
    reported,
    benchmark: {
      name: 'store',
      measure: () => Promise.resolve([measurementOf('store', 'all', { ours: [++found] })]),
    },
    services: {
      attempts: 3,
      quietShare: () => Promise.resolve(shares.shift() ?? 1),
      report: (line: string) => void reported.push(line),
    },
  }
}

test('a quiet machine measures once', async () => {
  const { benchmark, services, reported } = aBench(0.98, 0.97)

  const [measured] = await measureInQuiet(benchmark, extent, services)

  expect(measured).toMatchObject({ median: 1, note: 'all' })
  expect(reported).toEqual([])
})

test('what neighbours have disturbed is measured once more', async () => {
  const { benchmark, services, reported } = aBench(0.98, 0.6, 0.95, 0.95)

  const [measured] = await measureInQuiet(benchmark, extent, services)

  expect(measured).toMatchObject({ median: 2, note: 'all' })
  expect(reported).toHaveLength(1)
})

test('on a machine that is never quiet the quietest attempt is shown and not judged', async () => {
  const { benchmark, services } = aBench(0.5, 0.5, 0.7, 0.8, 0.6, 0.9)

  const [measured] = await measureInQuiet(benchmark, extent, services)

  expect(measured).toMatchObject({
    median: 2,
    note: 'TOO BUSY TO JUDGE: others had 30 % of the processors; all',
  })
})
