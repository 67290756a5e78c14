import { expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { powerOrder } from '#domain/lists/power-order.ts'
import { dueWithin, powerDeadlines } from '#domain/lists/power-deadlines.ts'
import { aDevice, aPatient, aPatientId, noon, today } from '../../support/a-patient.ts'

const context = { kinds: deviceKinds, collator: norwegianCollator() }
const outage = { lostAt: noon, today }

const tested = (on: string) => ({ batteryTestedOn: LocalDate.parse(on) })

const withDevice = (family: string, device: Parameters<typeof aDevice>[0], alone = true) =>
  aPatient({
    name: { family, given: 'A' },
    livesAlone: alone,
    devices: [aDevice(device)],
  })

const withHourLeft = (family: string, n: number, kind: string) =>
  aPatient({
    id: aPatientId(n),
    name: { family, given: 'A' },
    devices: [aDevice({ kind, batteryMinutes: 60, toleranceMinutes: 0 })],
  })

test('empty is the moment of loss plus battery and reserve, due after what the patient tolerates', () => {
  const patient = withDevice('Somby', {
    batteryMinutes: 30,
    reserveMinutes: 240,
    toleranceMinutes: 60,
  })

  const [deadline] = powerDeadlines(powerOrder([patient], context).known, outage)

  expect(deadline).toMatchObject({
    batteryEmptyAt: '2026-11-23T11:30:00.000Z',
    emptyAt: '2026-11-23T15:30:00.000Z',
    dueAt: '2026-11-23T16:30:00.000Z',
  })
})

test('who is due first stands first, also when another battery is empty before', () => {
  const mattress = withDevice('Haugen', {
    kind: 'air-mattress',
    batteryMinutes: 0,
    toleranceMinutes: 360,
  })
  const ventilator = withDevice('Solbakken', {
    kind: 'ventilator-invasive',
    batteryMinutes: 90,
    toleranceMinutes: 0,
  })

  const { known } = powerOrder([mattress, ventilator], context)

  expect(known.map(({ patient }) => patient.name.family)).toEqual(['Solbakken', 'Haugen'])
})

test('a tolerance that nobody has recorded is that of the kind, on the early side', () => {
  const cpap = withDevice('Aas', { kind: 'cpap', batteryMinutes: 0, toleranceMinutes: null })
  const unheardOf = withDevice('Berg', {
    kind: null,
    batteryMinutes: 0,
    toleranceMinutes: null,
  })

  const { known } = powerOrder([cpap, unheardOf], context)

  expect(known.map(({ toleranceMinutes }) => toleranceMinutes)).toEqual([0, 24 * 60])
})

test('devices of unknown battery time are a group of their own: kind first, then alone', () => {
  const bipap = { kind: 'ventilator-noninvasive', batteryMinutes: null }
  const patients = [
    withDevice('Seng', { kind: 'electric-bed', batteryMinutes: null }),
    withDevice('Gift', bipap, false),
    withDevice('Alene', bipap),
    withDevice('Kjent', { batteryMinutes: 60 }),
  ]

  const { known, unknown } = powerOrder(patients, context)

  expect(known.map(({ patient }) => patient.name.family)).toEqual(['Kjent'])
  expect(unknown.map(({ patient, level }) => `${patient.name.family} ${level}`)).toEqual([
    'Alene P1',
    'Gift P1',
    'Seng P4',
  ])
})

test('an alarm is followed up by its own list, and its patient has a row that says nothing is mapped', () => {
  const patient = withDevice('Aas', { kind: 'safety-alarm', batteryMinutes: null })

  const { known, unknown } = powerOrder([patient], context)

  expect(known).toEqual([])
  expect(unknown).toEqual([{ kind: 'unknown', patient, device: null, level: 'P1' }])
})

test('what is due at the same time stands by level, then name, then id, however it came', () => {
  const inOrder = [
    withHourLeft('Ås', 1, 'ventilator-invasive'),
    withHourLeft('Berg', 2, 'suction'),
    withHourLeft('Berg', 3, 'suction'),
    withHourLeft('Aas', 4, 'suction'),
    withHourLeft('Abel', 5, 'cpap'),
  ]

  const there = powerOrder(inOrder, context).known.map(({ patient }) => patient)
  const back = powerOrder(inOrder.toReversed(), context).known.map(({ patient }) => patient)

  expect(there).toEqual(inOrder)
  expect(back).toEqual(inOrder)
})

test('a battery that was not tested for a year may last shorter', () => {
  const patients = [
    withDevice('I fjor', { ...tested('2025-11-22'), batteryMinutes: 10 }),
    withDevice('I år', { ...tested('2025-11-23'), batteryMinutes: 20 }),
    withDevice('Aldri', { batteryTestedOn: null, batteryMinutes: 30 }),
  ]

  const { known } = powerOrder(patients, context)

  expect(powerDeadlines(known, outage).map(({ mayBeShorter }) => mayBeShorter)).toEqual([
    true,
    false,
    true,
  ])
})

test('harm is near for what is due within two hours', () => {
  const patients = [
    withDevice('Nå', { batteryMinutes: 119 }),
    withDevice('Siden', { batteryMinutes: 121 }),
  ]

  const { known } = powerOrder(patients, context)

  expect(
    dueWithin(powerDeadlines(known, outage), noon, 120).map(({ patient }) => patient.name.family),
  ).toEqual(['Nå'])
})
