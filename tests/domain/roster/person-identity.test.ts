import { expect, test } from 'vitest'
import { LocalDate } from '#domain/time/instant.ts'
import type { Identified } from '#domain/roster/person-identity.ts'
import { personIndex } from '#domain/roster/person-index.ts'

function aPerson(facts: Partial<Identified> = {}): Identified {
  return {
    name: { family: 'Bø', given: 'Åse' },
    bornOn: LocalDate.parse('1947-11-01'),
    personalNumber: null,
    ehrId: null,
    street: '',
    ...facts,
  }
}

const nobody = { family: '', given: '' }
const number = (value: string, valid = true) => ({
  personalNumber: { kind: 'fodselsnummer' as const, value, valid },
})

function isFound(known: Identified, asked: Identified): boolean {
  const index = personIndex<{ identity: Identified }>()
  index.add({ identity: known })
  return index.find(asked) !== null
}

test.each([
  [
    'the number, under another name',
    number('21030550231'),
    { ...number('21030550231'), name: { family: 'Li', given: 'A' } },
  ],
  ['the EHR id', { ehrId: 'A-1' }, { ehrId: 'a1', bornOn: null }],
  [
    'the EHR id, under the name of a marriage',
    { ehrId: '7' },
    { ehrId: '7', name: { family: 'Li', given: 'Åse' }, bornOn: null },
  ],
  [
    'the EHR id, with another birth date',
    { ehrId: '7' },
    { ehrId: '7', bornOn: LocalDate.parse('1947-01-11') },
  ],
  ['the EHR id on a row without a name', { ehrId: '7' }, { ehrId: '7', name: nobody }],
  ['name and birth date, spelled out or not', {}, { name: { family: 'BOE', given: 'Aase' } }],
  ['name and birth date, when one of them has a number', number('21030550231'), {}],
])('a person is known again by %s', (_by, known, asked) => {
  expect(isFound(aPerson(known), aPerson(asked))).toBe(true)
})

test.each([
  ['two valid numbers', number('21030550231'), number('05073500186')],
  [
    'name and birth date, on line 7 of two lists',
    { ehrId: '7' },
    {
      ehrId: '7',
      name: { family: 'Bø', given: 'Nils' },
      bornOn: LocalDate.parse('1951-02-03'),
    },
  ],
  [
    'both names, on line 7 of two lists without birth dates',
    { ehrId: '7', bornOn: null },
    { ehrId: '7', bornOn: null, name: { family: 'Li', given: 'Nils' } },
  ],
  ['two EHR ids', { ehrId: 'A1' }, { ehrId: 'A2' }],
  ['two birth dates', {}, { bornOn: LocalDate.parse('1948-11-01') }],
  [
    'one number that cannot be one',
    { ...number('ukjent', false), bornOn: null, street: 'A' },
    { ...number('ukjent', false), bornOn: null, street: 'B' },
  ],
])('two people are kept apart by %s', (_by, known, asked) => {
  expect(isFound(aPerson(known), aPerson(asked))).toBe(false)
})

test('of two who share an EHR id each is found again', () => {
  const one = aPerson({ ehrId: '1', bornOn: null })
  const other = aPerson({ ehrId: '1', bornOn: null, name: { family: 'Lie', given: 'Per' } })
  const index = personIndex<{ identity: Identified }>()
  for (const identity of [one, other]) index.add({ identity })

  expect([one, other].map((identity) => index.find(identity)?.identity)).toEqual([one, other])
})

test.each([
  ['another given name of the same family', { name: { family: 'Bø', given: 'Nils' } }],
  ['another name of one word', { name: { family: 'Nils', given: '' } }],
  ['another family name at another address', { name: { family: 'Li', given: 'Åse' }, street: 'B' }],
])('on line 7 of two lists without birth dates stands %s', (_by, other) => {
  const known = aPerson({ ehrId: '7', bornOn: null, street: 'A' })

  expect(isFound(known, aPerson({ ehrId: '7', bornOn: null, street: 'A', ...other }))).toBe(false)
})

test.each(['NULL', '-', '0', '999999', 'ukjent', '1,23457E+11', '123457000000'])(
  'the id «%s» is no key, not even for one name',
  (ehrId) => {
    const known = aPerson({ ehrId, bornOn: null, street: 'A' })

    expect(isFound(known, { ...known, street: 'B' })).toBe(false)
  },
)
