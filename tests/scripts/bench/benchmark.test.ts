import { expect, test } from 'vitest'
import { measurementOf, median } from '../../../scripts/bench/benchmark.ts'

test('the median of an even number of rounds lies between the two in the middle', () => {
  expect(median([40, 10, 30, 20])).toBe(25)
})

test('a measurement holds our rounds and each peer’s median', () => {
  const measured = measurementOf('store', 'all of it', { ours: [3, 1, 2], rxdb: [9, 7, 8] })

  expect(measured).toEqual({
    name: 'store',
    unit: 'ms',
    median: 2,
    runs: [3, 1, 2],
    peers: { rxdb: 8 },
    note: 'all of it',
  })
})

test('a budget that is kept is said, and so is a broken one', () => {
  const rounds = { ours: [1300], rxdb: [1200] }
  const kept = measurementOf('unlock', 'all', rounds, { milliseconds: 1300 })
  const broken = measurementOf('unlock', 'all', rounds, { milliseconds: 1299 })

  expect(kept.note).toBe('all; budget 1300 ms kept')
  expect(broken.note).toBe('all; budget 1299 ms BROKEN')
})

test('a peer that we must outrun is named as outrun or not', () => {
  const budget = { quickerThan: ['rxdb'] }

  expect(measurementOf('store', 'all', { ours: [1], rxdb: [2] }, budget).note).toBe(
    'all; quicker than rxdb',
  )
  expect(measurementOf('store', 'all', { ours: [2], rxdb: [2] }, budget).note).toBe(
    'all; SLOWER than rxdb',
  )
})
