import { expect, test } from 'vitest'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { patientList, type PatientListKind } from '#domain/lists/patient-list.ts'
import { withFacts } from '#domain/lists/row-facts.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { aDevice, aPatient, at, codes } from '../../support/a-patient.ts'

function rowsOf(kind: PatientListKind, ...patients: readonly Patient[]) {
  const context = {
    services: defaultServiceDefinitions,
    kinds: deviceKinds,
    from: at('00:00'),
    collator: norwegianCollator(),
  }
  return withFacts(kind, patientList(kind, patients, context), deviceKinds)
}

const contact = (name: string, canLookIn: boolean) => ({
  name,
  canLookIn,
  relation: null,
  phone: null,
})

test('on the list of power each device has a row, known times first, and an alarm has none', () => {
  const patient = aPatient({
    services: codes('BST'),
    devices: [
      aDevice({ id: 'unknown', batteryMinutes: null }),
      aDevice({ id: 'alarm', kind: 'safety-alarm-mobile' }),
      aDevice({ id: 'late', batteryMinutes: 60, reserveMinutes: 90, toleranceMinutes: 30 }),
      aDevice({ id: 'soon', batteryMinutes: 0, reserve: 'Fotsug', toleranceMinutes: 0 }),
    ],
  })

  const rows = rowsOf('lifeEssentialPower', patient)

  expect(rows.map(({ power }) => power?.device?.id)).toEqual(['soon', 'late', 'unknown'])
  const rest = [
    { kind: 'noAddress' },
    { kind: 'household', livesAlone: null },
    { kind: 'noContact' },
  ]
  expect(rows.map(({ facts }) => facts)).toEqual([
    [
      { kind: 'notAssessed' },
      { kind: 'helpWithin', minutes: 0 },
      { kind: 'device', title: 'Sug' },
      { kind: 'noBattery' },
      { kind: 'reserve', text: 'Fotsug', minutes: null },
      ...rest,
    ],
    [
      { kind: 'notAssessed' },
      { kind: 'helpWithin', minutes: 180 },
      { kind: 'device', title: 'Sug' },
      { kind: 'battery', minutes: 60 },
      { kind: 'reserve', text: null, minutes: 90 },
      ...rest,
    ],
    [
      { kind: 'notAssessed' },
      { kind: 'device', title: 'Sug' },
      { kind: 'unknownBattery' },
      { kind: 'noReserve' },
      ...rest,
    ],
  ])
})

test('of a protected patient no list says where she lives or how one gets in', () => {
  const patient = aPatient({
    addressProtection: 'confidential',
    address: { street: 'Hemmeligveien 1', postalCode: null, city: null, detail: null },
    access: [
      { id: 'key', kind: 'key', description: 'Under matta', worksOffline: null, hasCode: false },
    ],
  })

  expect(rowsOf('access', patient)[0]?.facts).toEqual([
    { kind: 'protectedAddress' },
    { kind: 'protectedAccess' },
  ])
})

test('two who can look in are named, else the first next of kin', () => {
  const kin = [contact('A', false), contact('B', true), contact('C', true), contact('D', true)]

  const [near] = rowsOf('safetyAlarm', aPatient({ services: codes('TRY'), nextOfKin: kin }))
  const [far] = rowsOf(
    'safetyAlarm',
    aPatient({ services: codes('TRY'), nextOfKin: kin.slice(0, 1) }),
  )

  expect(near?.facts.slice(-2)).toEqual([
    { kind: 'canLookIn', contact: kin[1] },
    { kind: 'canLookIn', contact: kin[2] },
  ])
  expect(far?.facts.at(-1)).toEqual({ kind: 'nextOfKin', contact: kin[0] })
})
