import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placedInTime } from '#domain/facts/placed-in-time.ts'
import { type Hlc, nextHlc } from '#domain/time/hlc.ts'
import { type Instant, millisecondsFromInstant, plusMinutes } from '#domain/time/instant.ts'
import { noon } from '../../support/a-patient.ts'

const hlcAt = (at: Instant): Hlc => nextHlc(null, millisecondsFromInstant(at))
const threeYears = 3 * 365 * 24 * 60

/** What a phone says whose clock is ahead, of something that happened some minutes before the receipt at noon. */
function said({ ago, ahead, isTyped = false }: { ago: number; ahead: number; isTyped?: boolean }) {
  const at = plusMinutes(noon, ahead - ago)
  return { at, writtenAt: at, isTyped, hlc: hlcAt(at), n: 7 }
}
const receipt = (clockAheadMinutes: number) => ({ receivedAt: noon, clockAheadMinutes })

describe('«nå»', () => {
  test.each([
    ['a right clock', 0],
    ['a clock twelve minutes fast', 12],
    ['a clock three years fast', threeYears],
    ['a clock three years slow', -threeYears],
  ])('by %s is when it was', (_name, ahead) => {
    const placed = placedInTime(said({ ago: 30, ahead }), receipt(ahead))

    expect(placed).toMatchObject({
      at: plusMinutes(noon, -30),
      writtenAt: plusMinutes(noon, -30),
      clockAheadMinutes: ahead,
    })
  })

  test('is not after the receipt, though the clock was set right before it was sent', () => {
    const placed = placedInTime(said({ ago: 0, ahead: threeYears }), receipt(0))

    expect(placed).toMatchObject({ at: noon, writtenAt: noon, clockAheadMinutes: threeYears })
  })
})

test('a typed time stands, and says how wrong the clock was', () => {
  const typed = plusMinutes(noon, 90)
  const placed = placedInTime(
    { ...said({ ago: 5, ahead: 12, isTyped: true }), at: typed },
    receipt(12),
  )

  expect(placed).toMatchObject({
    at: typed,
    writtenAt: plusMinutes(noon, -5),
    clockAheadMinutes: 12,
  })
})

describe('a hybrid clock', () => {
  test('that is five minutes ahead at most stays', () => {
    const hlc = hlcAt(plusMinutes(noon, 4))

    expect(placedInTime({ ...said({ ago: 0, ahead: 0 }), hlc }, receipt(0)).hlc).toBe(hlc)
  })

  test('that is years ahead counts as five minutes, and keeps its device’s own order', () => {
    const fast = said({ ago: 0, ahead: threeYears })
    const [first, second] = [7, 8].map((n) => placedInTime({ ...fast, n }, receipt(threeYears)).hlc)
    const latest = hlcAt(plusMinutes(noon, 5))

    expect(first?.slice(0, 15)).toBe(latest.slice(0, 15))
    expect(String(first) < String(second)).toBe(true)
  })
})

test('whatever the clock, nothing that was pressed is later than its receipt', () => {
  const minutes = fc.integer({ min: -threeYears, max: threeYears })
  fc.assert(
    fc.property(minutes, minutes, minutes, (at, writtenAt, ahead) => {
      const one = {
        ...said({ ago: 0, ahead: 0 }),
        at: plusMinutes(noon, at),
        writtenAt: plusMinutes(noon, writtenAt),
      }

      const placed = placedInTime(one, receipt(ahead))

      expect(placed.at <= noon && placed.writtenAt <= noon).toBe(true)
    }),
  )
})
