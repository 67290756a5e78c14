import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCase, readLines } from '../../support/a-list.ts'

const namesOf = (file: string) =>
  readCase(file).people.map(({ name }) => `${name.family}, ${name.given}`)
const warningsOf = (lines: readonly string[]) =>
  readLines(lines).warnings.map(({ line, warning }) => [line, warning.kind])

test.each([
  ['C07-scientific.csv', ['Åsen, Kåre', 'Bø, Gerd', 'Åsen, Kåre']],
  ['C40-sql-null.csv', ['Hansen, Kari', 'Hansen, Nils']],
  ['C40b-nan.csv', ['Åsen, Kåre', 'Bø, Gerd']],
  ['C40c-dash.csv', ['Hansen, Kari', 'Hansen, Nils']],
  ['C47-fnr-six.csv', ['Åsen, Kåre', 'Bø, Gerd', 'Ly, Siv']],
  ['C58-exact-dup.csv', ['Åsen, Kåre', 'Bø, Gerd']],
  ['C59-shared-id.csv', ['Åsen, Kåre', 'Bø, Gerd']],
  ['C60-twins.csv', ['Åsen, Kåre', 'Åsen, Kari', 'Åsen, Kåre']],
  ['C78-same-id-other-birth.csv', ['Hansen, Kari', 'Hansen, Kari']],
  ['F15-dup-patients.json', ['Prøve, Kari']],
])('%s', (file, names) => {
  expect(namesOf(file)).toEqual(names)
})

test('what stands for an empty cell is empty', () => {
  const [kari, nils] = readCase('C40-sql-null.csv').people

  expect(kari).toMatchObject({ ehrId: null, personalNumber: null, bornOn: null })
  expect(kari?.facts).toMatchObject({ services: [], critical: [], generalPractitioner: null })
  expect(nils?.zoneName).toBeNull()
  expect(readCase('C40b-nan.csv').people.map(({ ehrId }) => ehrId)).toEqual(['1', '2'])
})

const rows = (id: string) => [`${id};Hansen, Kari;A 1`, `${id};Hansen, Nils;A 2`]

describe('an id that is nobody’s is told of once:', () => {
  const header = 'Løpenr;Navn;Adresse'

  test.each([
    ['1,23457E+11', [[2, 'unusableId']]],
    ['999999', [[2, 'unusableId']]],
    ['ukjent', [[2, 'unusableId']]],
  ])('«%s»', (id, told) => {
    const list = readLines([header, ...rows(id)])

    expect(list.people).toHaveLength(2)
    expect(list.people.map(({ ehrId }) => ehrId)).toEqual([null, null])
    expect(list.warnings.filter(({ warning }) => warning.kind !== 'weakIdentity')).toHaveLength(1)
    expect(warningsOf([header, ...rows(id)])).toEqual(expect.arrayContaining(told))
  })

  test('one that stands with many names', () => {
    const lines = [header, ...rows('4711'), '4711;Hansen, Nils Per;A 3']

    expect(readLines(lines).people).toHaveLength(3)
    expect(warningsOf(lines)).toEqual(expect.arrayContaining([[2, 'idOfMany']]))
  })

  test('a personal number that stands with many names', () => {
    const people = ['A, A', 'B, B', 'C, C'].map((name) => `01914796756;${name};01.01.1950`)
    const lines = ['Fnr;Navn;Født', ...people]

    expect(readLines(lines).people).toHaveLength(3)
    expect(warningsOf(lines)).toEqual([[2, 'idOfMany']])
  })
})

test('a number at two people who agree in nothing else is told of', () => {
  const lines = ['Fnr;Navn;Født', '01914796756;A, A;01.01.1950', '01914796756;B, B;02.02.1960']

  expect(readLines(lines).people).toHaveLength(2)
  expect(warningsOf(lines)).toEqual([[3, 'sharedNumber']])
})

test('two of one name, of whom nothing else is known, stay two', () => {
  const lines = [
    'Navn;Telefon;Sone',
    'Hansen, Kari;90000501;Nord 1',
    'Hansen, Kari;90000502;Nord 1',
  ]

  expect(readLines(lines).people).toHaveLength(2)
  expect(warningsOf(lines)).toContainEqual([3, 'sameNameOnly'])
})

const brokenIds = fc.constantFrom(
  'NULL',
  '-',
  '0',
  '999999',
  'ukjent',
  'N/A',
  'nan',
  '#REF!',
  '1,23457E+11',
  '1.2E+10',
  '123457000000',
  '1111111',
  'xxxx',
  '123456789',
  '(tom)',
  '?',
)

const identity = (one: { family: string; given: string; bornOn: string; street: string }) =>
  [one.family, one.given, /\d/.test(one.bornOn) ? one.bornOn : one.street].join('|')

test('distinct people with broken ids are never made one', () => {
  // Few names and streets, so that much is shared; who shares all three of name, birth and street is one.
  const person = fc.record({
    id: brokenIds,
    number: fc.oneof(brokenIds, fc.constant('1,01E+10')),
    family: fc.constantFrom('Hansen', 'Åsen', 'Hansen-Lie'),
    given: fc.constantFrom('Kari', 'Nils', 'Kåre', ''),
    bornOn: fc.constantFrom('01.02.1940', '05.06.1971', 'NULL', ''),
    street: fc.constantFrom('Prøvegata 1', 'Prøvegata 2'),
  })
  const people = fc.uniqueArray(person, { maxLength: 12, selector: identity })
  fc.assert(
    fc.property(people, (listed) => {
      const rows = listed.map(
        ({ id, number, family, given, bornOn, street }) =>
          `${id};${number};${family};${given};${bornOn};${street};HSP`,
      )

      const list = readLines(['Løpenr;Fnr;Etternavn;Fornavn;Født;Adresse;Tjenester', ...rows])

      expect(list).toMatchObject({ merged: 0, unreadable: [] })
      expect(list.people).toHaveLength(listed.length)
    }),
  )
})

function aPatientOfIdZero(id: string, given: string) {
  return {
    resource: {
      resourceType: 'Patient',
      id,
      identifier: [{ system: 'http://ehr.invalid/lopenummer', value: '0' }],
      name: [{ family: 'Hansen', given: [given] }],
    },
  }
}

test('what belongs to one of two patients with a placeholder for an id goes to nobody else', () => {
  const allergy = {
    resource: {
      resourceType: 'AllergyIntolerance',
      patient: { reference: 'Patient/b' },
      code: { text: 'Penicillin' },
    },
  }
  const entry = [aPatientOfIdZero('a', 'Kari'), aPatientOfIdZero('b', 'Nils'), allergy]
  const list = readLines([JSON.stringify({ resourceType: 'Bundle', entry })])

  expect(list.people.map(({ facts }) => facts.critical)).toEqual([
    undefined,
    [{ kind: 'cave', text: 'Penicillin' }],
  ])
})
