import { expect, test } from 'vitest'
import { foldPeople } from '#domain/people/fold-people.ts'
import { powerAt } from '#domain/people/has-power.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { aPersonFact } from '../../support/a-fact.ts'
import { aPatient, aPatientId } from '../../support/a-patient.ts'

const living = (street: string) =>
  aPatient({
    id: aPatientId(1),
    address: { street, postalCode: null, city: null, detail: null },
  })
const place = (n: number, street: string, number: string | null, hasPower: boolean) =>
  aPersonFact(n, { kind: 'placePower', street, number, hasPower })
const found = (n: number, hasPower: boolean, poweredDeviceId: string | null = null) =>
  aPersonFact(n, {
    kind: 'power',
    finding: {
      patientId: aPatientId(1),
      poweredDeviceId,
      batteryMinutes: null,
      reserveMinutes: null,
      hasPower,
      someoneThere: null,
      word: null,
    },
  })
const has = (street: string, ...facts: PersonFact[]) => powerAt(foldPeople(facts))(living(street))

test('where nobody has said anything there is no power', () => {
  expect(has('Storgata 12')).toBe(false)
})

test.each(['Storgata 12', 'storgata 12 B', 'Storgata', 'Storgata, 12'])(
  'a street with power has it at %s',
  (street) => {
    expect(has(street, place(1, 'Storgata', null, true))).toBe(true)
  },
)

test('a house counts before its street', () => {
  const street = place(1, 'Storgata', null, true)

  expect(has('Storgata 12', street, place(2, 'Storgata', '12', false))).toBe(false)
  expect(has('Storgata 12B', place(2, 'Storgata', '12 b', true))).toBe(true)
  expect(has('Storgata 14', place(2, 'Storgata', '12', true))).toBe(false)
  expect(has('Storgata 121', place(2, 'Storgata', '12', true))).toBe(false)
})

test('of two who say different things of one place, the one without power counts', () => {
  const facts = [place(1, 'Storgata', null, false), place(2, 'Storgata', null, true)]

  expect(has('Storgata 12', ...facts)).toBe(false)
})

test('what was found at the patient’s counts before what is said of the street', () => {
  expect(has('Storgata 12', found(1, true))).toBe(true)
  expect(has('Storgata 12', place(2, 'Storgata', null, true), found(1, false))).toBe(false)
})

test('a street that has lost its power since takes it from the patient too', () => {
  expect(has('Storgata 12', found(1, true), place(2, 'Storgata', null, false))).toBe(false)
  expect(has('Storgata 12', found(3, true), place(2, 'Storgata', null, false))).toBe(true)
})

test('one device on a generator has power alone', () => {
  const hasPower = powerAt(foldPeople([found(1, true, 'device-1')]))

  expect(hasPower(living('Storgata 12'), 'device-1')).toBe(true)
  expect(hasPower(living('Storgata 12'), 'device-2')).toBe(false)
})

test('a patient whose address nobody knows has no power because of a street', () => {
  const hasPower = powerAt(foldPeople([place(1, '', null, true)]))

  expect(hasPower(aPatient())).toBe(false)
})
