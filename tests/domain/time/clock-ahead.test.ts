import { expect, test } from 'vitest'
import { clockAheadMinutes } from '#domain/time/clock-ahead.ts'
import { Instant, plusMinutes } from '#domain/time/instant.ts'
import { noon } from '../../support/a-patient.ts'

test.each([
  ['right', 0, 0],
  ['a minute and a half on its way', -1.5, 0],
  ['twelve minutes fast', 12, 12],
  ['twelve minutes and forty seconds slow', -12.66, -13],
  ['three years fast', 3 * 365 * 24 * 60, 3 * 365 * 24 * 60],
])('a phone that is %s', (_name, ahead, minutes) => {
  expect(clockAheadMinutes(plusMinutes(noon, ahead), noon)).toBe(minutes)
})

test.each(['2026-99-99T99:99:99.999Z', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00.000Z'])(
  '%s, which no clock says, still answers a number that fits the database',
  (text) => {
    const minutes = clockAheadMinutes(Instant.parse(text), noon)

    expect(Number.isInteger(minutes)).toBe(true)
    expect(Math.abs(minutes)).toBeLessThan(2 ** 31)
  },
)
