import { expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { dueWithin, powerDeadlines } from '#domain/lists/power-deadlines.ts'
import { aDevice, aPatient, noon, today } from '../../support/a-patient.ts'

const context = { kinds: deviceKinds, today }

const tested = (on: string) => ({ batteryTestedOn: LocalDate.parse(on) })

const withDevice = (family: string, device: Parameters<typeof aDevice>[0], alone = true) =>
  aPatient({
    name: { family, given: 'A' },
    livesAlone: alone,
    devices: [aDevice(device)],
  })

test('empty is the moment of loss plus battery and reserve, due after what the patient tolerates', () => {
  const patient = withDevice('Somby', {
    batteryMinutes: 30,
    reserveMinutes: 240,
    toleranceMinutes: 60,
  })

  const [deadline] = powerDeadlines([patient], noon, context).known

  expect(deadline).toMatchObject({
    batteryEmptyAt: '2026-11-23T11:30:00.000Z',
    emptyAt: '2026-11-23T15:30:00.000Z',
    dueAt: '2026-11-23T16:30:00.000Z',
  })
})

test('who is due first stands first, also when another battery is empty before', () => {
  const mattress = withDevice('Haugen', {
    kind: 'Luftmadrass',
    batteryMinutes: 0,
    toleranceMinutes: 360,
  })
  const ventilator = withDevice('Solbakken', {
    kind: 'Respirator, invasiv',
    batteryMinutes: 90,
    toleranceMinutes: 0,
  })

  const { known } = powerDeadlines([mattress, ventilator], noon, context)

  expect(known.map(({ patient }) => patient.name.family)).toEqual(['Solbakken', 'Haugen'])
})

test('a tolerance that nobody has recorded is that of the kind, on the early side', () => {
  const cpap = withDevice('Aas', { kind: 'CPAP', batteryMinutes: 0, toleranceMinutes: null })
  const unheardOf = withDevice('Berg', {
    kind: 'Ukjent',
    batteryMinutes: 0,
    toleranceMinutes: null,
  })

  const { known } = powerDeadlines([cpap, unheardOf], noon, context)

  expect(known.map(({ toleranceMinutes }) => toleranceMinutes)).toEqual([0, 24 * 60])
})

test('devices of unknown battery time are a group of their own: kind first, then alone', () => {
  const bipap = { kind: 'Respirator, non-invasiv (BiPAP)', batteryMinutes: null }
  const patients = [
    withDevice('Seng', { kind: 'Elektrisk seng', batteryMinutes: null }),
    withDevice('Gift', bipap, false),
    withDevice('Alene', bipap),
    withDevice('Kjent', { batteryMinutes: 60 }),
  ]

  const { known, unknown } = powerDeadlines(patients, noon, context)

  expect(known.map(({ patient }) => patient.name.family)).toEqual(['Kjent'])
  expect(unknown.map(({ patient, level }) => `${patient.name.family} ${level}`)).toEqual([
    'Alene P1',
    'Gift P1',
    'Seng P4',
  ])
})

test('a safety alarm is followed up by its own list, not by this one', () => {
  const alarm = withDevice('Aas', { kind: 'Trygghetsalarm, stasjonær', batteryMinutes: null })

  expect(powerDeadlines([alarm], noon, context)).toEqual({ known: [], unknown: [] })
})

test('a battery that was not tested for a year may last shorter', () => {
  const patients = [
    withDevice('I fjor', { ...tested('2025-11-22'), batteryMinutes: 10 }),
    withDevice('I år', { ...tested('2025-11-23'), batteryMinutes: 20 }),
    withDevice('Aldri', { batteryTestedOn: null, batteryMinutes: 30 }),
  ]

  const { known } = powerDeadlines(patients, noon, context)

  expect(known.map(({ mayBeShorter }) => mayBeShorter)).toEqual([true, false, true])
})

test('harm is near for what is due within two hours', () => {
  const patients = [
    withDevice('Nå', { batteryMinutes: 119 }),
    withDevice('Siden', { batteryMinutes: 121 }),
  ]

  const { known } = powerDeadlines(patients, noon, context)

  expect(dueWithin(known, noon, 120).map(({ patient }) => patient.name.family)).toEqual(['Nå'])
})
