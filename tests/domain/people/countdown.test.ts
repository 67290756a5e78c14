import { expect, test } from 'vitest'
import { powerOrder } from '#domain/lists/power-order.ts'
import { redAfter } from '#domain/people/countdown.ts'
import { countdownMoments } from '#domain/people/countdown-moments.ts'
import { aPersonFact, minute, nord1, nord2 } from '../../support/a-fact.ts'
import { aDevice, aPatientId, codes, noon } from '../../support/a-patient.ts'
import { LocalDate } from '#domain/time/instant.ts'
import {
  countAt,
  countdownTables,
  emptyAtOf,
  familyNames,
  found,
  living,
  suction,
} from '../../support/a-countdown.ts'

test('the soonest deadline is first: battery, reserve and what the patient tolerates', () => {
  const patients = [
    living(1, suction({ batteryMinutes: 60, reserveMinutes: 240 })),
    living(2, suction({ batteryMinutes: 180 })),
    living(3, suction({ batteryMinutes: 30, toleranceMinutes: 120 })),
  ]

  const { known } = countAt(patients)

  expect(familyNames(known)).toEqual(['P3', 'P2', 'P1'])
  expect(known.map((row) => emptyAtOf(row))).toEqual([minute(30), minute(180), minute(300)])
})

test('it is the order of the list of power, on screen and paper', () => {
  const patients = Array.from({ length: 40 }, (_, n) =>
    living(
      n,
      suction({ batteryMinutes: n % 3 === 0 ? null : (n * 7) % 5, toleranceMinutes: null }),
    ),
  )

  const order = powerOrder(patients, countdownTables)
  const counted = countAt(patients)

  expect(counted.known.map(({ power }) => power)).toEqual(order.known)
  expect(counted.unknown.map(({ power }) => power)).toEqual(order.unknown)
})

test('an unknown battery counts as empty, in a group of its own, the most urgent kind and the alone first', () => {
  const unknown = { batteryMinutes: null, toleranceMinutes: null }
  const patients = [
    living(1, aDevice({ ...unknown, kind: 'oxygen-concentrator-portable' })),
    { ...living(2, suction(unknown)), livesAlone: false },
    living(3, suction(unknown)),
    living(4, suction({ batteryMinutes: 600 })),
  ]

  const { known, unknown: group } = countAt(patients)

  expect(familyNames(known)).toEqual(['P4'])
  expect(familyNames(group).slice(0, 2)).toEqual(['P3', 'P2'])
  expect(group[0]).toMatchObject({ dueMinutes: 0, slot: 'overdue', isRed: false })
})

test('a patient on the list of power without a device is there too, and one without either is not', () => {
  const listed = { ...living(1), services: codes('BST') }

  expect(familyNames(countAt([listed, living(2)]).unknown)).toEqual(['P1'])
})

test('P1 under two hours without a reserve is red, and stays in its place', () => {
  const patients = [
    living(1, suction({ batteryMinutes: 120 })),
    living(2, suction({ batteryMinutes: 60, reserveMinutes: 30 })),
    living(3, suction({ batteryMinutes: 60, reserve: 'Flaske i gangen' })),
    living(4, suction({ batteryMinutes: 60, reserve: 'Tom flaske', reserveMinutes: 0 })),
  ]

  expect(familyNames(countAt(patients).red)).toEqual(['P4'])
  expect(familyNames(countAt(patients, [], { now: minute(1) }).red)).toEqual(['P4', 'P1'])
  expect(countAt(patients).known).toHaveLength(4)
})

test('a swapped battery counts from when it was swapped, and moves the row', () => {
  const patients = [
    living(1, suction({ batteryMinutes: 60 })),
    living(2, suction({ batteryMinutes: 90 })),
  ]
  const swapped = found(45, 1, { batteryMinutes: 120 })

  const { known } = countAt(patients, [swapped], { now: minute(50) })

  expect(familyNames(known)).toEqual(['P2', 'P1'])
  expect(known[1]).toMatchObject({ measuredAt: minute(45), patient: patients[0] })
  expect(emptyAtOf(known[1])).toBe(minute(165))
})

test('a finding without a battery leaves the one that was measured before', () => {
  const facts = [found(10, 1, { batteryMinutes: 300 }), found(20, 1, { someoneThere: true })]

  const { known } = countAt([living(1, suction())], facts)

  expect(known[0]).toMatchObject({ dueMinutes: 310, someoneThere: true })
})

test('a reserve that was found puts the deadline off', () => {
  const facts = [found(10, 1, { reserveMinutes: 240 })]

  expect(countAt([living(1, suction())], facts).known[0]?.dueMinutes).toBe(300)
  expect(countAt([living(1, suction())], facts).red).toEqual([])
})

test('of patients whose batteries nobody knows, one with somebody there is after one alone', () => {
  const unknown = { batteryMinutes: null }
  const patients = [living(1, suction(unknown)), living(2, suction(unknown))]

  expect(familyNames(countAt(patients, [found(1, 1, { someoneThere: true })]).unknown)).toEqual([
    'P2',
    'P1',
  ])
})

test('whoever has power or is elsewhere is not counted down, and does not disappear', () => {
  const patients = [1, 2, 3].map((n) => living(n, suction()))
  const facts = [
    found(1, 1, { hasPower: true }),
    aPersonFact(2, { kind: 'contact', patientId: aPatientId(2), state: 'moved', word: null }),
  ]

  const { known, withPower, elsewhere } = countAt(patients, facts)

  expect([familyNames(known), withPower.length, elsewhere.length]).toEqual([['P3'], 1, 1])
})

test('a patient whose one device has power is counted down for the other alone', () => {
  const alarm = aDevice({ id: 'alarm', kind: 'safety-alarm' })
  const patient = living(1, suction({ id: 'a' }), suction({ id: 'b' }), alarm)
  const one = found(1, 1, { poweredDeviceId: 'a', hasPower: true })
  const other = found(2, 1, { poweredDeviceId: 'b', hasPower: true })

  expect(countAt([patient], [one]).known.map(({ power }) => power.device.id)).toEqual(['b'])
  expect(countAt([patient], [one, other])).toMatchObject({
    known: [],
    unknown: [],
    withPower: [patient],
  })
})

test('only the area is counted down, by zone and street', () => {
  const storgata = {
    ...living(1, suction()),
    address: { street: 'Storgata 4', postalCode: null, city: null, detail: null },
  }
  const furu = { ...living(2, suction()), address: { ...storgata.address, street: 'Furuveien 2' } }
  const patients = [storgata, furu, { ...living(3, suction()), zone: nord2 }, living(4, suction())]

  expect(familyNames(countAt(patients).known)).toEqual(['P1', 'P2', 'P4'])
  expect(
    familyNames(countAt(patients, [], { area: { zones: [nord1], streets: ['storgata'] } }).known),
  ).toEqual(['P1', 'P4'])
})

test('a battery that was not tested within a year may last shorter, one that was measured since not', () => {
  const patient = living(1, suction({ batteryTestedOn: LocalDate.parse('2025-01-01') }))
  const mayBeShorter = (...facts: ReturnType<typeof found>[]) =>
    countAt([patient], facts).known.map(
      (row) => countdownMoments(row, { lostAt: noon, now: noon }).mayBeShorter,
    )

  expect(mayBeShorter()).toEqual([true])
  expect(mayBeShorter(found(1, 1, { batteryMinutes: 30 }))).toEqual([false])
})

test('a row is red after the moment that it says, and not at it', () => {
  const patients = [living(1, suction({ batteryMinutes: 180, reserve: null }))]
  const [row] = countAt(patients).known
  const after = row === undefined ? null : redAfter(row.power, minute(180))

  expect(after).toBe(minute(60))
  expect(countAt(patients, [], { now: minute(60) }).red).toEqual([])
  expect(countAt(patients, [], { now: minute(61) }).red).toHaveLength(1)
})

test('a row with a reserve, or of less than P1, never turns red', () => {
  const reserve = suction({ batteryMinutes: 10, reserve: 'Bag', reserveMinutes: null })
  const rows = countAt([living(1, reserve), living(2, aDevice({ batteryMinutes: 10 }))]).known

  expect(rows.map(({ power }) => redAfter(power, minute(10)))).toEqual([null, null])
})
