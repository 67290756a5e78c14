import { expect, test } from 'vitest'
import { Instant } from '#domain/time/instant.ts'
import {
  parseWrittenDate,
  parseWrittenMoment,
  parseWrittenTime,
} from '#domain/time/written-moment.ts'

/** 16:48 in Norway. */
const now = Instant.parse('2026-11-23T15:48:00.000Z')

test.each([
  ['16:35', '2026-11-23T15:35:00.000Z'],
  ['1635', '2026-11-23T15:35:00.000Z'],
  ['I dag 16.35', '2026-11-23T15:35:00.000Z'],
  ['i går 20:15', '2026-11-22T19:15:00.000Z'],
  ['i morgen 8:00', '2026-11-24T07:00:00.000Z'],
  ['12.10. 08:30', '2026-10-12T06:30:00.000Z'],
  ['1.7.2025 kl. 23:05', '2025-07-01T21:05:00.000Z'],
])('«%s» is a moment', (text, moment) => {
  expect(parseWrittenMoment(text, now)).toBe(moment)
})

test.each([
  ['i går 22:00', '2026-03-29T22:30:00.000Z', '2026-03-29T20:00:00.000Z'],
  ['i morgen 08:00', '2026-10-24T22:30:00.000Z', '2026-10-26T07:00:00.000Z'],
])(
  '«%s» half an hour past midnight is the day beside it, when the clocks change too',
  (text, at, moment) => {
    expect(parseWrittenMoment(text, Instant.parse(at))).toBe(moment)
  },
)

test.each([
  ['23:50', '2026-11-22T22:50:00.000Z'],
  ['00:05', '2026-11-22T23:05:00.000Z'],
  ['07:30', '2026-11-23T06:30:00.000Z'],
  ['i dag 23:50', '2026-11-23T22:50:00.000Z'],
])('at ten past midnight «%s» is the one that is near', (text, moment) => {
  expect(parseWrittenMoment(text, Instant.parse('2026-11-22T23:10:00.000Z'))).toBe(moment)
})

test.each(['', 'i dag', 'snart', '25:00', '31.02. 10:00', '29.3.2026 02:30'])(
  '«%s» is no moment for certain',
  (text) => {
    expect(parseWrittenMoment(text, now)).toBeNull()
  },
)

test('a date without a year is this year, and one that no calendar has is none', () => {
  expect(parseWrittenDate('1.2.', now)).toBe('2026-02-01')
  expect(parseWrittenDate('14.03.1941', now)).toBe('1941-03-14')
  expect(parseWrittenDate('31.02.2026', now)).toBeNull()
})

test('a time of day may be written with a dot or without', () => {
  expect(parseWrittenTime('8.05')).toBe('08:05')
  expect(parseWrittenTime('2430')).toBeNull()
})
