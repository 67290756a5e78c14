import { expect, test } from 'vitest'
import { matchFinder } from '#domain/new-patients/propose-matches.ts'
import { readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { LocalDate } from '#domain/time/instant.ts'
import { aPatientId, aRecord, noon } from '../../support/a-patient.ts'
import { kari } from '../../support/an-amendment.ts'

const name = { family: 'Nilsen', given: 'Aud' }
const bornOn = LocalDate.parse('1938-02-01')
const address = { street: 'Havnegata 4', postalCode: null, city: null, detail: null }
// Synthetic numbers with valid control digits.
const [number, otherNumber] = ['15076500565', '21016400952']

function person(fields: Partial<Patient>, personalNumber: string | null = null) {
  const record = aRecord({ ehrId: null, bornOn: null, ...fields })
  const details = {
    ...record.details,
    personalNumber: personalNumber === null ? null : readPersonalNumber(personalNumber),
  }
  return { ...record, details }
}

const temporary = (fields: Partial<Patient>, personalNumber: string | null = null) =>
  person(
    { id: aPatientId(90), temporary: { by: kari, registeredAt: noon, entries: [] }, ...fields },
    personalNumber,
  )

/** Why the listed people are proposed, in the order in which they are. */
function proposed(sought: ReturnType<typeof person>, ...listed: ReturnType<typeof person>[]) {
  const find = matchFinder(
    listed.map((one, at) => ({ ...one, patient: { ...one.patient, id: aPatientId(at + 1) } })),
  )
  return find(sought).map(({ reasons }) => reasons)
}

test('one personal number proposes, whatever the name was heard as', () => {
  const heard = temporary({ name: { family: 'Nielsen', given: 'Aud' } }, number)

  expect(readPersonalNumber(number).valid).toBe(true)
  expect(proposed(heard, person({ name }, number))).toEqual([['personalNumber']])
})

test('one name and birth date propose, and the address beside them says more', () => {
  const sought = temporary({ name, bornOn, address })

  expect(proposed(sought, person({ name, bornOn }), person({ name, bornOn, address }))).toEqual([
    ['nameAndBirth', 'address'],
    ['nameAndBirth'],
  ])
})

test('a list that has more given names than were told has the same name', () => {
  const sought = temporary({ name, bornOn })

  expect(proposed(sought, person({ name: { ...name, given: 'Aud Marie' }, bornOn }))).toEqual([
    ['nameAndBirth'],
  ])
})

test('a name with the address or the telephone proposes where nobody knows a birth date', () => {
  const sought = temporary({ name, address, phone: '90 00 00 09' })

  expect(proposed(sought, person({ name, bornOn, address }))).toEqual([['name', 'address']])
  expect(proposed(sought, person({ name, bornOn, phone: '+47 90000009' }))).toEqual([
    ['name', 'phone'],
  ])
})

test('a name alone, a house alone and another valid number propose nobody', () => {
  const sought = temporary({ name, bornOn, address }, number)

  expect(proposed(sought, person({ name }))).toEqual([])
  expect(proposed(sought, person({ name: { family: 'Berg', given: 'Per' }, address }))).toEqual([])
  expect(proposed(sought, person({ name, bornOn, address }, otherNumber))).toEqual([])
})

test('a temporary patient is proposed for no other temporary patient', () => {
  expect(proposed(temporary({ name, bornOn }), temporary({ name, bornOn }))).toEqual([])
})
