import { expect, test } from 'vitest'
import { findPeople } from '#domain/lists/find-people.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { aPatient, aPatientId } from '../../support/a-patient.ts'

const knut = aPatient({
  name: { family: 'Gjærde', given: 'Knut' },
  bornOn: LocalDate.parse('1941-03-14'),
})
const aase = aPatient({
  id: aPatientId(2),
  name: { family: 'Østby', given: 'Åse' },
  bornOn: LocalDate.parse('1938-12-01'),
  address: { street: 'Storgata 14', postalCode: '3210', city: 'Sandefjord', detail: null },
})
const people = [knut, aase]

function found(text: string): string[] {
  return findPeople(people, text).map(({ name }) => name.given)
}

test.each([
  '14.03.1941',
  '14.3.41',
  '140341',
  '14031941',
  '14 03 41',
  '14/3-1941',
  '1941-03-14',
  '14034112345',
  '140341 12345',
  'gjærde 14.03.41',
])('the date of birth is found as «%s»', (typed) => {
  expect(found(typed)).toEqual(['Knut'])
})

test('a number of a house is no day of birth', () => {
  expect(found('14')).toEqual(['Åse'])
})

test('another date finds nobody', () => {
  expect(found('15.03.1941')).toEqual([])
})

test.each([
  ['kunt', 'Knut'],
  ['gajerde', 'Knut'],
  ['gjaerde', 'Knut'],
  ['ostyb', 'Åse'],
  ['oestby', 'Åse'],
  ['aase', 'Åse'],
  ['ase', 'Åse'],
])('«%s» finds %s', (typed, given) => {
  expect(found(typed)).toEqual([given])
})
