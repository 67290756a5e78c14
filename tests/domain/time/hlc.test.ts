import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Hlc, laterHlc, nextHlc } from '#domain/time/hlc.ts'

test('every reading sorts after the one before it, whatever the wall clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 2 }),
      (walls) => {
        const readings: Hlc[] = []
        for (const wall of walls) readings.push(nextHlc(readings.at(-1) ?? null, wall))

        expect(readings.toSorted()).toEqual(readings)
        expect(new Set(readings).size).toBe(readings.length)
      },
    ),
  )
})

test('a clock that moves on sets the reading and starts the counter anew', () => {
  const first = nextHlc(null, 1_000)
  const second = nextHlc(first, 1_000)
  const third = nextHlc(second, 2_000)

  expect([first, second, third]).toEqual([
    '000000000001000-000000',
    '000000000001000-000001',
    '000000000002000-000000',
  ])
})

test('of two readings the later one counts, and one alone is the later', () => {
  const early = nextHlc(null, 1_000)
  const late = nextHlc(early, 1_000)

  expect([laterHlc(early, late), laterHlc(late, early)]).toEqual([late, late])
  expect([laterHlc(null, early), laterHlc(early, null), laterHlc(null, null)]).toEqual([
    early,
    early,
    null,
  ])
})
