import { expect, test } from 'vitest'
import { LocalDate, LocalTime } from '#domain/time/instant.ts'
import { dayNumber, instantAt, plusDays, weekdayOf, weekNumber } from '#domain/time/local-day.ts'

const millisecondsInDay = 86_400_000
const everyDay = Array.from({ length: 40_000 }, (_, day) =>
  new Date((day - 15_000) * millisecondsInDay).toISOString().slice(0, 10),
)

test('days are counted as the calendar has them, for 109 years', () => {
  const numbers = everyDay.map((day) => dayNumber(LocalDate.parse(day)))

  expect(numbers).toEqual(everyDay.map((day) => Date.parse(day) / millisecondsInDay))
})

test('the day before every day is the day before', () => {
  const before = everyDay.slice(1).map((day) => plusDays(LocalDate.parse(day), -1))

  expect(before).toEqual(everyDay.slice(0, -1))
})

test.each([
  ['2026-11-23', 'monday', 48],
  ['2027-01-01', 'friday', 53],
  ['2024-12-30', 'monday', 1],
  ['2023-01-01', 'sunday', 52],
])('%s is a %s of week %d', (day, weekday, week) => {
  expect(weekdayOf(LocalDate.parse(day))).toBe(weekday)
  expect(weekNumber(LocalDate.parse(day))).toBe(week)
})

test.each([
  ['2026-11-23', '07:12', '2026-11-23T06:12:00.000Z'],
  ['2026-07-01', '00:30', '2026-06-30T22:30:00.000Z'],
  ['2026-10-25', '02:30', '2026-10-25T01:30:00.000Z'],
  ['2026-03-29', '02:30', null],
  ['2026-02-31', '12:00', null],
])('the clock shows on %s at %s the moment %s', (on, at, moment) => {
  expect(instantAt(LocalDate.parse(on), LocalTime.parse(at))).toBe(moment)
})
