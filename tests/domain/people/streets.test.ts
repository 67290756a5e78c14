import { expect, test } from 'vitest'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { streetsOf } from '#domain/people/streets.ts'
import { aPersonFact, nord1, nord2 } from '../../support/a-fact.ts'
import { aPatient, aPatientId } from '../../support/a-patient.ts'

const collator = norwegianCollator()

function livingAt(n: number, street: string, fields: Partial<Patient> = {}): Patient {
  const address = { street, postalCode: null, city: null, detail: null }
  return aPatient({ id: aPatientId(n), zone: nord1, address, ...fields })
}

function power(n: number, street: string, number: string | null, hasPower = true) {
  return aPersonFact(n, { kind: 'placePower', street, number, hasPower })
}

const streets = (patients: readonly Patient[], ...places: ReturnType<typeof power>[]) =>
  streetsOf(patients, { places }, collator)

test('streets stand by name with their people and buildings, each patient once', () => {
  const found = streets([
    livingAt(1, 'Åsveien 4'),
    livingAt(2, 'Furuveien 12 B'),
    livingAt(3, 'Furuveien 12 B'),
    livingAt(4, 'furuveien 2'),
  ])

  expect(found).toMatchObject([
    {
      street: 'Furuveien',
      people: 3,
      buildings: [
        { number: '2', people: 1 },
        { number: '12 B', people: 2 },
      ],
    },
    { street: 'Åsveien', people: 1 },
  ])
})

test('a protected address, and one that nobody recorded, is on no street', () => {
  expect(streets([livingAt(1, '', { address: null }), livingAt(2, ' ')])).toEqual([])
})

test('the same street in two zones is two', () => {
  const found = streets([livingAt(1, 'Storgata 1'), livingAt(2, 'Storgata 90', { zone: nord2 })])

  expect(found.map(({ zone }) => zone)).toEqual([nord1, nord2])
})

test('what is said of a street counts for its buildings, and of a building before that', () => {
  const [storgata] = streets(
    [livingAt(1, 'Storgata 1'), livingAt(2, 'Storgata 3')],
    power(1, 'STORGATA', null),
    power(2, 'Storgata', '3', false),
  )

  expect(storgata?.power?.body.hasPower).toBe(true)
  expect(storgata?.buildings.map(({ power: said }) => said?.body.hasPower)).toEqual([true, false])
})

test('where two say different things, it has no power', () => {
  const [storgata] = streets(
    [livingAt(1, 'Storgata 1')],
    power(1, 'Storgata', null),
    power(2, 'Storgata', null, false),
  )

  expect(storgata?.power?.body.hasPower).toBe(false)
})
