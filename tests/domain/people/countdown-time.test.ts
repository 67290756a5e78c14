import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CountdownSlot } from '#domain/people/countdown.ts'
import { Instant, plusMinutes } from '#domain/time/instant.ts'
import {
  countAt,
  emptyAtOf,
  familyNames,
  found,
  living,
  suction,
} from '../../support/a-countdown.ts'
import { minute } from '../../support/a-fact.ts'

function slotAt(now: Instant): CountdownSlot | undefined {
  return countAt([living(1, suction({ batteryMinutes: 180 }))], [], { now }).known[0]?.slot
}

test('a battery that was measured before the power went was on the mains until then', () => {
  const early = { ...found(1, 1, { batteryMinutes: 30 }), at: minute(-600) }

  const { known } = countAt([living(1, suction())], [early])

  expect(known[0]?.dueMinutes).toBe(30)
})

test('a moment with seconds and milliseconds is kept to the millisecond', () => {
  const odd = {
    ...found(1, 1, { batteryMinutes: 61 }),
    at: Instant.parse('2026-11-23T11:17:43.219Z'),
  }
  const startsAt = Instant.parse('2026-11-23T10:59:59.123Z')

  const { known } = countAt([living(1, suction())], [odd], { startsAt })

  expect(emptyAtOf(known[0], startsAt)).toBe('2026-11-23T12:18:43.219Z')
})

const slots: readonly CountdownSlot[] = ['overdue', 'soon', 'later']

test('a deadline is later until two hours before it, soon until it, and overdue from then on', () => {
  expect(slotAt(Instant.parse('2026-11-23T11:59:59.999Z'))).toBe('later')
  expect(slotAt(minute(60))).toBe('soon')
  expect(slotAt(Instant.parse('2026-11-23T13:59:59.999Z'))).toBe('soon')
  expect(slotAt(minute(180))).toBe('overdue')
})

test.each([
  ['midnight', '2026-11-23T22:50:00.000Z'],
  ['the hour that March lacks', '2026-03-29T00:50:00.000Z'],
  ['the hour that October has twice', '2026-10-25T00:10:00.000Z'],
])('three hours of battery are three hours over %s', (_, start) => {
  const lostAt = Instant.parse(start)
  const [row] = countAt([living(1, suction({ batteryMinutes: 180 }))], [], {
    startsAt: lostAt,
  }).known

  expect(emptyAtOf(row, lostAt)).toBe(plusMinutes(lostAt, 180))
})

test('a phone that slept for nine hours shows what has become overdue meanwhile', () => {
  const patients = [
    living(1, suction({ batteryMinutes: 60 })),
    living(2, suction({ batteryMinutes: 11 * 60 })),
    living(3, suction({ batteryMinutes: 30 * 60 })),
  ]

  const { known } = countAt(patients, [], { now: minute(9 * 60) })

  expect(known.map(({ slot }) => slot)).toEqual(['overdue', 'soon', 'later'])
})

test('every device is in one place, in one slot, and none comes back as the hours go', () => {
  const device = fc.record({
    id: fc.constantFrom('a', 'b'),
    battery: fc.option(fc.nat(400)),
    tolerance: fc.option(fc.nat(300)),
  })
  const seconds = fc.nat(40_000)
  const patient = fc.uniqueArray(device, { selector: ({ id }) => id, minLength: 1, maxLength: 2 })
  const facts = fc.array(
    fc.record({
      n: fc.nat(200),
      patient: fc.nat(5),
      more: fc.record({
        batteryMinutes: fc.option(fc.nat(300)),
        hasPower: fc.option(fc.boolean()),
      }),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(
      fc.array(patient, { minLength: 1, maxLength: 6 }),
      facts,
      fc.tuple(seconds, seconds),
      (drawn, said, [one, other]) => {
        const patients = drawn.map((devices, n) =>
          living(
            n,
            ...devices.map(({ id, battery, tolerance }) =>
              suction({ id, batteryMinutes: battery, toleranceMinutes: tolerance }),
            ),
          ),
        )
        const findings = said.map(({ n, patient: own, more }) => found(n, own, more))
        const at = (now: number) => countAt(patients, findings, { now: minute(now / 60) })
        const early = at(Math.min(one, other))
        const late = at(Math.max(one, other))
        const rows = [...early.known, ...early.unknown]

        expect(rows.map((row) => row.patient.id + row.power.device?.id).toSorted()).toEqual(
          [...new Set(rows.map((row) => row.patient.id + row.power.device?.id))].toSorted(),
        )
        expect(
          new Set([...familyNames(rows), ...early.withPower.map(({ name }) => name.family)]).size,
        ).toBe(patients.length)
        expect(early.known.map(({ dueMinutes }) => dueMinutes)).toEqual(
          early.known.map(({ dueMinutes }) => dueMinutes).toSorted((a, b) => a - b),
        )
        early.known.forEach((row, place) => {
          const later = late.known[place]
          expect(slots.indexOf(later?.slot ?? 'later')).toBeLessThanOrEqual(slots.indexOf(row.slot))
          expect(later?.power).toEqual(row.power)
        })
      },
    ),
    { numRuns: 500 },
  )
})
