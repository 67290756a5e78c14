import { expect, test } from 'vitest'
import {
  Instant,
  LocalDate,
  localClock,
  LocalTime,
  minutesBetween,
  plusMinutes,
} from '#domain/time/instant.ts'

const noon = Instant.parse('2026-11-23T12:00:00.000Z')

test('minutes are added and counted over midnight', () => {
  const later = plusMinutes(noon, 13 * 60 + 30)

  expect(later).toBe('2026-11-24T01:30:00.000Z')
  expect(minutesBetween(noon, later)).toBe(810)
  expect(minutesBetween(later, noon)).toBe(-810)
})

test('a wall clock in Norway is an hour ahead in winter and two in summer', () => {
  expect(localClock(Instant.parse('2026-11-22T23:30:00.000Z'))).toEqual({
    on: '2026-11-23',
    at: '00:30',
  })
  expect(localClock(Instant.parse('2026-07-01T05:12:00.000Z')).at).toBe('07:12')
})

test('what is no moment, day or time is refused', () => {
  expect(Instant.safeParse('2026-11-23T12:00:00Z').success).toBe(false)
  expect(LocalDate.safeParse('23.11.2026').success).toBe(false)
  expect(LocalTime.safeParse('24:00').success).toBe(false)
})
