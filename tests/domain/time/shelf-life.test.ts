import { expect, test } from 'vitest'
import { Instant, LocalDate } from '#domain/time/instant.ts'
import { freshness, oldest } from '#domain/time/shelf-life.ts'
import { noon } from '../../support/a-patient.ts'

test('a weekly list is fresh for seven days and stale on the eighth', () => {
  const weekOld = freshness('weeklyList', Instant.parse('2026-11-16T05:00:00.000Z'), noon)
  const older = freshness('weeklyList', Instant.parse('2026-11-15T22:00:00.000Z'), noon)

  expect(weekOld).toEqual({ state: 'fresh', days: 7 })
  expect(older).toEqual({ state: 'stale', days: 8 })
})

test('a device is looked at once a year', () => {
  expect(freshness('device', LocalDate.parse('2025-11-22'), noon).state).toBe('stale')
  expect(freshness('device', LocalDate.parse('2025-12-01'), noon).state).toBe('fresh')
})

test('what a clock ahead of ours has made is new, not of negative age', () => {
  expect(freshness('workList', LocalDate.parse('2026-11-25'), noon)).toEqual({
    state: 'fresh',
    days: 0,
  })
})

test('a list is as old as its oldest row', () => {
  const older = Instant.parse('2026-11-16T05:00:00.000Z')

  expect(oldest([noon, older])).toBe(older)
  expect(oldest([])).toBeNull()
})
