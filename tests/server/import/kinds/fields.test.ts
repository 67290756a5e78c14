import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBytes, readLines, windows1252Bytes } from '../../../support/a-list.ts'

const factsOf = (headings: string, row: string) =>
  readLines([`Navn;Født;${headings}`, `Hansen, Kari;01.11.1947;${row}`]).people[0]?.facts

test.each([
  ['Kari M. Hansen (datter) 900 00 501', 'Kari M. Hansen'],
  ['Per A. Berg, tlf 900 00 501', 'Per A. Berg'],
  ['A. Priv-Dahl m: 900 00 501', 'A. Priv-Dahl'],
  ['Arb Ali mob 900 00 501', 'Arb Ali'],
  ['P. M. Moe (jobb: 900 00 501)', 'P. M. Moe'],
  ['Kari M 900 00 501', 'Kari M'],
  ['TLF 900 00 501 Hj. Møller', 'Hj. Møller'],
])('in «%s» the name is «%s», and the phone is kept', (value, name) => {
  expect(factsOf('Pårørende', value)?.nextOfKin).toMatchObject([{ name, phone: '900 00 501' }])
})

test('whatever the initials, a name stands as it is written', () => {
  const initial = fc.constantFrom('A.', 'M.', 'P.', 'T.', 'Hj.', 'J. P.', 'M. A.')
  const family = fc.constantFrom('Hansen', 'Priv-Dahl', 'Mobergsen', 'Telnes', 'Hjem', 'Arbo')
  const form = fc.constantFrom(
    (name: string) => `${name} 900 00 501`,
    (name: string) => `${name}, mob. 900 00 501`,
    (name: string) => `${name} (m: 900 00 501)`,
    (name: string) => `${name} tlf: 900 00 501`,
  )
  fc.assert(
    fc.property(initial, family, form, (letters, last, write) => {
      const name = `Kari ${letters} ${last}`

      expect(factsOf('Pårørende', write(name))?.nextOfKin).toMatchObject([
        { name, phone: '900 00 501' },
      ])
    }),
  )
})

test.each([
  'Datter Liv Åsen 900 00 501 og sønn Per Åsen 900 00 502',
  'Liv Åsen (datter) 900 00 501 + Per Åsen (sønn) 900 00 502',
  'Liv Åsen, datter, 900 00 501 / Per Åsen, sønn, 900 00 502',
  'datter: Liv Åsen 900 00 501, sønn: Per Åsen 900 00 502',
])('«%s» is two people', (value) => {
  expect(
    factsOf('Pårørende', value)?.nextOfKin?.map((one) => ({
      ...one,
      relation: one.relation?.toLowerCase(),
    })),
  ).toMatchObject([
    { name: 'Liv Åsen', relation: 'datter', phone: '900 00 501' },
    { name: 'Per Åsen', relation: 'sønn', phone: '900 00 502' },
  ])
})

test('two next of kin beside as many phones and relations are paired', () => {
  expect(
    factsOf('Pårørende;Relasjon;Tlf pårørende', 'Liv Bø / Per Bø;datter / sønn;90000502 / 90000503')
      ?.nextOfKin,
  ).toMatchObject([
    { name: 'Liv Bø', relation: 'datter', phone: '900 00 502' },
    { name: 'Per Bø', relation: 'sønn', phone: '900 00 503' },
  ])
})

test.each([
  ['datter Liv og sønn Per', ['Liv', 'Per']],
  ['Liv Åsen (datter) og Per Åsen (sønn)', ['Liv Åsen', 'Per Åsen']],
  ['Liv, Per og Kari', ['Liv, Per og Kari']],
])('«%s» without phones are %j', (value, names) => {
  expect(factsOf('Pårørende', value)?.nextOfKin?.map(({ name }) => name)).toEqual(names)
})

test.each([
  ['Jan van der Berg', 'van der Berg', 'Jan'],
  ['van der Berg, Jan', 'van der Berg', 'Jan'],
  ['Maria de la Cruz', 'de la Cruz', 'Maria'],
  ['Otto von Lie', 'von Lie', 'Otto'],
  ['Kari Anne Hansen', 'Hansen', 'Kari Anne'],
])('«%s» is the family %s', (name, family, given) => {
  expect(readLines(['Navn;Født', `${name};01.11.1947`]).people[0]?.name).toEqual({ family, given })
})

test.each([
  ['150', 'OSLO', '0150', 'OSLO'],
  ['3210.0', 'SANDEFJORD', '3210', 'SANDEFJORD'],
  ['3210,00', 'SANDEFJORD', '3210', 'SANDEFJORD'],
  ['N-3210', 'SANDEFJORD', '3210', 'SANDEFJORD'],
  ['NO 3210', 'SANDEFJORD', '3210', 'SANDEFJORD'],
  ['3210 SANDEFJORD', '', '3210', 'SANDEFJORD'],
  ['', '3210 SANDEFJORD', '3210', 'SANDEFJORD'],
])('the postcode «%s» with «%s» is %s %s', (code, place, postalCode, city) => {
  expect(factsOf('Adresse;Postnr;Poststed', `Lia 1;${code};${place}`)?.address).toMatchObject({
    postalCode,
    city,
  })
})

test('a postcode that is none is kept and told of', () => {
  const list = readLines(['Navn;Født;Postnr', 'Hansen, Kari;01.11.1947;SE-411 01'])

  expect(list.people[0]?.facts.address?.postalCode).toBe('SE-411 01')
  expect(list.warnings).toMatchObject([{ warning: { kind: 'unclearValue', value: 'SE-411 01' } }])
})

test.each([
  ['Gatenavn;Husnr;Bokstav', 'Lia;12;B', 'Lia 12 B'],
  ['Adresse;Nr', 'Lia;12', 'Lia 12'],
  ['Gate;Gatenr', 'Lia;12.0', 'Lia 12'],
  ['Adresse;Husnummer', 'Lia 12;12', 'Lia 12'],
])('%s «%s» is the street %s', (headings, row, street) => {
  expect(factsOf(headings, row)?.address?.street).toBe(street)
})

test.each([
  ['Lia 12 B, 3210 Sandefjord', 'Lia 12 B'],
  ['Lia 12 3210 Sandefjord', 'Lia 12'],
  ['Lia 12, H0203, 3210 Sandefjord', 'Lia 12, H0203'],
  ['Lia 12, N-3210 Sandefjord, Norge', 'Lia 12'],
])('the address «%s» in one cell is taken apart', (value, street) => {
  expect(factsOf('Adresse', value)?.address).toMatchObject({
    street,
    postalCode: '3210',
    city: 'Sandefjord',
  })
})

describe('headings', () => {
  test.each([
    ['Namn;Fødd;Adresse;Poststad;Sone;Tenester', 'Bø, Gerd;01.11.1947;Lia 1;OSLO;Nord 1;TRY'],
    ['Name;Date of birth;Address;City;Zone;Services', 'Bø, Gerd;01.11.1947;Lia 1;OSLO;Nord 1;TRY'],
    [
      'Navn *;Født [dd.mm.åååå];Adresse:;Poststed;Avdeling/sone;Tjeneste (kode)',
      'Bø, Gerd;01.11.1947;Lia 1;OSLO;Nord 1;TRY',
    ],
  ])('%s are known', (header, row) => {
    expect(readLines([header, row]).people[0]).toMatchObject({
      name: { family: 'Bø', given: 'Gerd' },
      bornOn: '1947-11-01',
      zoneName: 'Nord 1',
      facts: { address: { street: 'Lia 1', city: 'OSLO' }, services: ['TRY'] },
    })
  })

  test.each([
    ['Løpenr;Navn;Født;Løpenr', '1;Bø, Gerd;01.11.1947;991', 'Løpenr'],
    ['Navn;Født;Fødselsdato', 'Bø, Gerd;01.11.1947;02.02.1950', 'Fødselsdato'],
    ['Navn;Født;Adresse;Adresse', 'Bø, Gerd;01.11.1947;Lia 1;Hytta 9', 'Adresse'],
    ['Navn;Født;Sone;Distrikt', 'Bø, Gerd;01.11.1947;Nord 1;Nord 2', 'Distrikt'],
  ])('%s: the second is told of and not read', (header, row, heading) => {
    const list = readLines([header, row])

    expect(list.warnings).toContainEqual({
      line: 1,
      warning: { kind: 'unusedColumn', heading, isRepeated: true },
    })
    expect(JSON.stringify(list.people)).not.toMatch(/991|1950-02-02|Hytta|Nord 2/)
  })

  test('a second name beside a relation is the next of kin, and her phone hers', () => {
    const header = 'Navn;Født;Telefon;Navn;Telefon;Relasjon'

    expect(
      readLines([header, 'Bø, Gerd;01.11.1947;33445566;Bø, Liv;90000501;datter']).people[0],
    ).toMatchObject({
      facts: { phone: '33 44 55 66', nextOfKin: [{ name: 'Bø, Liv', phone: '900 00 501' }] },
    })
  })

  test('a phone that names the patient is hers, also beside the next of kin', () => {
    const header = 'Navn;Født;Pårørende;Tlf bruker'

    expect(readLines([header, 'Bø, Gerd;01.11.1947;Bø, Liv;33445566']).people[0]).toMatchObject({
      facts: { phone: '33 44 55 66', nextOfKin: [{ name: 'Bø, Liv', phone: null }] },
    })
  })

  test('a second name that nobody knows lends the patient no phone', () => {
    const list = readLines([
      'Navn;Født;Telefon;Navn;Telefon',
      'Bø, Gerd;01.11.1947;;Bø, Liv;90000501',
    ])

    expect(list.people[0]?.facts.phone).toBeNull()
  })
})

describe('letters', () => {
  const right = ['1;Åsen, Kåre;01.02.1940', '2;Bø, Gerd;02.02.1940', '3;Ærlig, Øystein;03.02.1940']

  test.each([
    ['NÃ¦ss, BjÃ¸rg', 'Næss, Bjørg'],
    ['Ã…sen, PÃ¥l', 'Åsen, Pål'],
    ['Ã˜degÃ¥rd, Ida', 'Ødegård, Ida'],
  ])('of another export among right ones are put right: «%s»', (wrong, name) => {
    const list = readLines(['Løpenr;Navn;Født', ...right, `4;${wrong};04.02.1940`])

    expect(list.people.map((one) => `${one.name.family}, ${one.name.given}`)[3]).toBe(name)
    expect(list.warnings).toMatchObject([{ warning: { kind: 'repairedLetters' } }])
  })

  test('of Windows stay as they are', () => {
    const list = readBytes(windows1252Bytes(['Navn;Født', 'Åšen, Kåre;01.02.1940'].join('\n')))

    expect(list.people[0]?.name.family).toBe('Åšen')
  })

  test.each(['Eira, M?hte', 'S?mmol, Anne', '?nne, Eira'])(
    'that were lost are told of: «%s»',
    (name) => {
      expect(readLines(['Navn;Født', `${name};01.02.1940`]).warnings).toMatchObject([
        { warning: { because: 'lostLetter', value: name } },
      ])
    },
  )

  test('of a web page are letters', () => {
    const [person] = readLines([
      'Navn|Født|Adresse',
      '&Aring;sen, K&aring;re|01.02.1940|Pr&#248;vegata 2<br>Oppg. B',
    ]).people

    expect(person).toMatchObject({
      name: { family: 'Åsen', given: 'Kåre' },
      facts: { address: { street: 'Prøvegata 2 Oppg. B' } },
    })
  })
})
