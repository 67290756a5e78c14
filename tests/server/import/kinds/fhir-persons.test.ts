import { describe, expect, test } from 'vitest'
import {
  aFhirPatient,
  anEpisode,
  fnrSystem,
  ofKari,
  readBundle,
} from '../../../support/a-bundle.ts'

const phone = (value: string, fields: object = {}) => ({ system: 'phone', value, ...fields })

describe('of names, numbers, addresses and phones those of today count', () => {
  const ended = { period: { end: '2020-01-01' } }
  const toCome = { period: { start: '2030-01-01' } }

  test.each([
    [
      [
        { use: 'nickname', text: 'Kaja' },
        { use: 'usual', family: 'Bø', given: ['Kari'] },
      ],
      'Bø, Kari',
    ],
    [
      [
        { use: 'old', family: 'Ås', given: ['Kari'] },
        { family: 'Bø', given: ['Kari'] },
      ],
      'Bø, Kari',
    ],
    [
      [
        { use: 'official', family: 'Ås', ...ended },
        { use: 'usual', family: 'Bø' },
      ],
      'Bø, ',
    ],
    [[{ use: 'maiden', family: 'Ås' }, { family: 'Bø' }], 'Bø, '],
    [[{ family: 'Ny', ...toCome }, { family: 'Bø' }], 'Bø, '],
    [[{ use: 'old', family: 'Ås', given: ['Kari'] }], 'Ås, Kari'],
  ])('names %j', (name, expected) => {
    const [person] = readBundle(aFhirPatient({ name })).people

    expect(`${person?.name.family}, ${person?.name.given}`).toBe(expected)
  })

  test.each([
    [
      [{ use: 'old', line: ['Gml 1'] }, { use: 'temp', line: ['Tmp 2'] }, { line: ['Nå 3'] }],
      'Nå 3',
    ],
    [
      [
        { use: 'home', line: ['Gml 1'], ...ended },
        { use: 'home', line: ['Nå 2'] },
      ],
      'Nå 2',
    ],
    [
      [
        { type: 'postal', line: ['Postboks 1'] },
        { type: 'physical', line: ['Nå 3'] },
      ],
      'Nå 3',
    ],
    [[{ use: 'work', line: ['Jobb 5'] }], undefined],
    [[{ use: 'billing', line: ['Bank 5'] }], undefined],
    [[{ line: [null, 'Nå 3'] }], 'Nå 3'],
    [[{ text: 'Nå 4, 3210 SANDEFJORD' }], 'Nå 4'],
    [{ line: 'Nå 4' }, 'Nå 4'],
  ])('addresses %j', (address, street) => {
    expect(readBundle(aFhirPatient({ address })).people[0]?.facts.address?.street).toBe(street)
  })

  test.each(['SPERRET ADRESSE', 'Kode 6', 'Hemmelig', 'Skjult'])(
    'an address «%s» is protected',
    (words) => {
      for (const address of [
        [{ line: [words] }],
        [{ text: words }],
        [{ line: ['Lia 1'], city: words }],
      ]) {
        const facts = readBundle(aFhirPatient({ address })).people[0]?.facts

        expect(facts?.addressProtection).not.toBe('none')
        expect(facts?.addressProtection).toBeDefined()
        expect(JSON.stringify(facts?.address)).not.toContain(words)
      }
    },
  )

  test.each([
    [[phone('90000401', { use: 'old' }), phone('90000501')], '900 00 501'],
    [[phone('33445566'), phone('90000501', { rank: 1 })], '900 00 501'],
    [[phone('90000401', ended), phone('90000501')], '900 00 501'],
    [[{ system: 'fax', value: '33445500' }, phone('tel:+47-900-00-501')], '900 00 501'],
    [phone('90000501'), '900 00 501'],
    [[phone('04843310325')], undefined],
  ])('phones %j', (telecom, expected) => {
    expect(readBundle(aFhirPatient({ telecom })).people[0]?.facts.phone).toBe(expected)
  })

  const number = '04843310325'

  test.each([
    [
      [
        { use: 'old', system: fnrSystem, value: '13814211279' },
        { system: fnrSystem, value: number },
      ],
    ],
    [
      [
        { system: fnrSystem, value: '13814211279', ...ended },
        { system: fnrSystem, value: number },
      ],
    ],
    [[{ system: 'http://hl7.no/fhir/NamingSystem/FNR', value: number }]],
    [[{ type: { coding: [{ code: 'NI' }] }, value: number }]],
    [[{ value: number }]],
    [[{ system: fnrSystem, value: '048433 10325' }]],
  ])('numbers %j', (identifier) => {
    expect(readBundle(aFhirPatient({ identifier })).people[0]).toMatchObject({
      personalNumber: { value: number, valid: true },
      ehrId: null,
    })
  })

  test('a next of kin who was one is none, and one who is has each of her phones', () => {
    const contact = [
      { name: { text: 'Liv M. Åsen' }, telecom: [phone('90000601'), phone('33445566')] },
      { organization: { display: 'Verge AS' } },
      { name: { family: 'Ås' }, ...ended },
      {},
    ]
    const related = { resourceType: 'RelatedPerson', patient: ofKari, name: [{ family: 'Eks' }] }

    const list = readBundle(
      aFhirPatient({ contact }),
      { ...related, active: false },
      { ...related, ...ended },
    )

    expect(list.people[0]?.facts.nextOfKin?.map((one) => [one.name, one.phone])).toEqual([
      ['Liv M. Åsen', '900 00 601'],
      ['Liv M. Åsen', '33 44 55 66'],
      ['Verge AS', null],
    ])
  })
})

describe('who is no patient today', () => {
  test.each([{ active: false }, { deceasedBoolean: true }, { deceasedDateTime: '2026-11-01' }])(
    '%j is taken and told of',
    (fields) => {
      expect(readBundle(aFhirPatient(fields))).toMatchObject({
        people: [{}],
        warnings: [{ warning: { kind: 'inactive' } }],
      })
    },
  )

  test('one who was made one with another is that other, with all that is said of her', () => {
    const old = aFhirPatient({
      id: 'old',
      identifier: [],
      birthDate: '2005-03-22',
      link: [{ type: 'replaced-by', other: ofKari }],
    })
    const alarm = anEpisode({ patient: { reference: 'Patient/old' } })

    const list = readBundle(old, alarm, aFhirPatient())

    expect(list.people).toMatchObject([{ ehrId: '4711', facts: { services: ['TRY'] } }])
    expect(list.warnings).toMatchObject([{ warning: { kind: 'differentName', isReplaced: true } }])
  })
})
