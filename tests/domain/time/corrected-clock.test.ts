import { expect, test } from 'vitest'
import { correctedNow, presentOffset } from '#domain/time/corrected-clock.ts'
import { Instant, plusMinutes } from '#domain/time/instant.ts'

const contact = Instant.parse('2026-11-23T02:00:00.000Z')
const anHourLater = plusMinutes(contact, 60)
const threeYears = 3 * 365 * 24 * 60

function seen(aheadMinutes: number) {
  return { server: contact, device: plusMinutes(contact, aheadMinutes) }
}

test('a clock that nothing is known of is taken at its word', () => {
  expect(correctedNow(anHourLater, null)).toBe(anHourLater)
  expect(presentOffset(anHourLater, null)).toBe(0)
})

test.each([0, 1, 11, -11, 90, -90, threeYears, -threeYears])(
  'a clock that was %i minutes ahead at the last contact is so still',
  (ahead) => {
    const wall = plusMinutes(anHourLater, ahead)

    const isRight = Math.abs(ahead) < 2
    expect(correctedNow(wall, seen(ahead))).toBe(isRight ? wall : anHourLater)
    expect(presentOffset(wall, seen(ahead))).toBe(isRight ? 0 : ahead)
  },
)

test.each([threeYears, -threeYears])(
  'a clock that was %i minutes ahead, and that somebody has set right since, is right',
  (ahead) => {
    expect(correctedNow(anHourLater, seen(ahead))).toBe(anHourLater)
    expect(presentOffset(anHourLater, seen(ahead))).toBe(0)
  },
)

test('a clock that has fallen back to before the last contact says that contact at the earliest', () => {
  const wall = plusMinutes(contact, -threeYears)

  expect(correctedNow(wall, seen(0))).toBe(contact)
})

test('a phone that slept nine hours goes on by its own clock', () => {
  const morning = plusMinutes(contact, 9 * 60)

  expect(correctedNow(plusMinutes(morning, 90), seen(90))).toBe(morning)
})
