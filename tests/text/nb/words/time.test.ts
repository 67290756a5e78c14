import { expect, test } from 'vitest'
import { Instant, LocalDate, LocalTime } from '#domain/time/instant.ts'
import {
  dayAndMomentWords,
  daysOldWords,
  dayWords,
  distanceWords,
  durationWords,
  fullMoment,
  momentWords,
  ageWords,
} from '#text/nb/words/time.ts'

const now = Instant.parse('2026-11-23T15:48:00.000Z')

test.each([
  ['2026-11-23T15:48:00.000Z', '16:48'],
  ['2026-11-22T19:15:00.000Z', 'i går 20:15'],
  ['2026-11-24T01:41:00.000Z', 'i morgen 02:41'],
  ['2026-10-12T08:00:00.000Z', '12.10. 10:00'],
  ['2025-10-12T08:00:00.000Z', '12.10.2025 10:00'],
])('%s is said «%s» on 23 November', (moment, said) => {
  expect(momentWords(Instant.parse(moment), now)).toBe(said)
})

test('yesterday is a matter of the calendar, not of 24 hours', () => {
  const justAfterMidnight = Instant.parse('2026-11-22T23:01:00.000Z')
  const justBeforeMidnight = Instant.parse('2026-11-22T22:59:00.000Z')

  expect(momentWords(justBeforeMidnight, justAfterMidnight)).toBe('i går 23:59')
})

test('the age of the lists says the day also when it is today', () => {
  expect(dayAndMomentWords(Instant.parse('2026-11-23T05:12:00.000Z'), now)).toBe('i dag 06:12')
  expect(dayAndMomentWords(Instant.parse('2026-11-22T05:12:00.000Z'), now)).toBe('i går 06:12')
  expect(dayAndMomentWords(Instant.parse('2026-11-16T05:12:00.000Z'), now)).toBe('16.11. 06:12')
})

test('a note says day, year and time', () => {
  expect(fullMoment(Instant.parse('2026-07-01T22:30:00.000Z'))).toBe('02.07.2026 kl. 00:30')
})

test.each([
  [0, '0 min'],
  [59, '59 min'],
  [60, '1 t'],
  [90, '1 t 30'],
  [125, '2 t 05'],
  [70 * 60, '2 dager'],
])('%d minutes are «%s»', (minutes, said) => {
  expect(durationWords(minutes)).toBe(said)
})

test('age is counted by birthdays', () => {
  const born = LocalDate.parse('1941-03-14')

  expect(ageWords(born, LocalDate.parse('2026-03-13'))).toBe('84 år')
  expect(ageWords(born, LocalDate.parse('2026-03-14'))).toBe('85 år')
})

test('days are said in words', () => {
  expect([0, 1, 8].map(daysOldWords)).toEqual(['i dag', '1 dag', '8 dager'])
  expect(dayWords(LocalDate.parse('2026-11-23'))).toBe('mandag 23. nov.')
  expect(distanceWords(LocalTime.parse('17:00'), LocalTime.parse('16:38'))).toBe('om 22 min')
  expect(distanceWords(LocalTime.parse('16:00'), LocalTime.parse('16:38'))).toBeNull()
})
