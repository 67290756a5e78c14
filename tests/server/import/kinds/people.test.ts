import { describe, expect, test } from 'vitest'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { readLines } from '../../../support/a-list.ts'

const header = 'Løpenr;Navn;Født;Adresse;Telefon;Sone;Tjenester'
const kare = '1001;Åsen, Kåre;02.02.1931;Prøvegata 1;900 00 501;Nord 1;HSP'
const gerd = '1002;Bø, Gerd;03.03.1932;Prøvegata 2;900 00 502;Nord 1;TRY'
const siv = '1003;Ly, Siv;04.04.1933;Prøvegata 3;900 00 503;Nord 1;BST'

const namesOf = (lines: readonly string[]) =>
  readLines(lines).people.map(({ name }) => `${name.family}, ${name.given}`)
const toldOf = (lines: readonly string[]) =>
  readLines(lines).warnings.map(({ line, warning }) => [line, importReport.warning(warning)])

describe('what a report is printed with is no person and no zone', () => {
  test.each([
    'Side 1/3;;;;;;',
    ';;;;Side 3 av 3;;',
    'Skrevet ut av: soha01 21.11.2026 07:12;;;;;;',
    'Brukerliste for Nord 1 pr 21.11.2026;;;;;;',
    '*** Slutt på listen ***;;;;;;',
    ';;;;;Sum HSP;2',
    ';;;;;;Sum: 3',
    'Antall;;;;;;3',
    ';;Side;2;;;',
    'Hjemmetjenesten Nord;;;;;;',
    'Dato: 21.11.2026;;;;;;Side: 2',
    '===;===;===;===;===;===;===',
  ])('«%s» below people', (row) => {
    expect(namesOf([header, kare, row, gerd])).toEqual(['Åsen, Kåre', 'Bø, Gerd'])
  })

  test.each([
    'Totalt 3 brukere;;;;',
    'Delsum Nord 1;;;;12',
    'Nord 1;;;;',
    'TRY;;;;4',
    'Utskriftsdato;21.11.2026;;;',
    'Side;1;av;2;',
    'Soha Ali;;;;Utskrevet av',
    'Avsluttede brukere;;;;',
    'BPA;7;3;2;1',
  ])('«%s» where the name comes first', (row) => {
    const lines = ['Navn;Født;Adresse;Sone;Tjenester', 'Bø, Gerd;03.03.1932;P 2;Nord 1;TRY', row]

    expect(namesOf(lines)).toEqual(['Bø, Gerd'])
    expect(readLines(lines).unreadable.map(({ reason }) => reason.kind)).not.toContain(
      'nameMissing',
    )
  })

  test.each([
    'Sum, Li;;;Nord 1;',
    'Antall, Eva;01.02.1940;;;',
    'Bø, Gerd;;P 2;;',
    'Bø, Gerd;;;;',
    'Total, Ida;;;;HSP',
  ])('«%s» is a person', (row) => {
    expect(namesOf(['Navn;Født;Adresse;Sone;Tjenester', row])).toHaveLength(1)
  })
})

describe('another table below the first is nobody’s', () => {
  test.each([
    [['Ansatte', 'Navn;Stilling;Telefon', 'Vakt, Vera;Sykepleier;900 00 801']],
    [['Navn;Telefon;Stilling;;;;', 'Vera Vakt;900 00 801;Sykepleier;;;;']],
    [['Kode;Tjeneste;;;;;', 'HSP;Helsetjenester i hjemmet;;;;;', 'TRY;Trygghetsalarm;;;;;']],
    [
      [
        'Primærkontakter',
        'Vera Vakt;Sykepleier;900 00 801',
        'Viggo Vakt;Lege;900 00 802',
        'Vidar;Lege;1',
      ],
    ],
    [['Vaktliste', 'Ansatt;Rolle;Tlf', 'Vera Vakt;Sykepleier;900 00 801']],
  ])('%j', (below) => {
    const list = readLines([header, kare, gerd, siv, '', ...below])

    expect(list.people.map(({ line }) => line)).toEqual([2, 3, 4])
    expect(list.unreadable).toHaveLength(below.length)
  })

  test('the first goes on where its header stands again', () => {
    const staff = ['Navn;Stilling;Telefon', 'Vakt, Vera;Sykepleier;900 00 801']

    expect(namesOf([header, kare, ...staff, header, gerd])).toEqual(['Åsen, Kåre', 'Bø, Gerd'])
  })
})

describe('a stray sign gives nobody another’s cells', () => {
  test.each([
    [
      'a quote closed on the next line',
      kare.replace('Åsen', '"Åsen'),
      gerd.replace('Gerd', 'Gerd"'),
    ],
    [
      'a quote closed by another cell’s',
      kare.replace('Prøvegata', '"Prøvegata'),
      gerd.replace('Nord', '"Nord'),
    ],
  ])('%s', (_case, first, second) => {
    const list = readLines([header, first, second, siv])

    expect(list.people.map(({ line, bornOn }) => [line, bornOn])).toEqual([
      [2, '1931-02-02'],
      [3, '1932-03-03'],
      [4, '1933-04-04'],
    ])
  })

  test.each([
    [
      'a separator in the address',
      `${header};Merknad`,
      kare.replace('Prøvegata 1', 'Prøvegata 1; 2. etg'),
    ],
    [
      'a comma in the name',
      header.replaceAll(';', ','),
      kare.replaceAll(';', ',').replace(',HSP', ''),
    ],
    ['a separator that is missing', header, `${kare.replace('Kåre;', 'Kåre ')};`],
  ])('%s', (_case, head, row) => {
    const list = readLines([head, row])

    expect(list.people).toEqual([])
    expect(list.unreadable).toMatchObject([{ line: 2, reason: { because: 'shiftedCells' } }])
  })

  test('rows that were quoted whole are rows', () => {
    const wrapped = [header, kare, gerd].map((row) => `"${row.replaceAll('"', '""')}",,`)

    expect(namesOf(wrapped)).toEqual(['Åsen, Kåre', 'Bø, Gerd'])
  })

  test('a line of services below a person goes on about her, and a torn one about nobody', () => {
    const [first, second] = readLines([header, kare, ';;;;;;TRY', gerd, '1;Ly', ';;;;;;BST']).people

    expect([first?.facts.services, second?.facts.services]).toEqual([['HSP', 'TRY'], ['TRY']])
    expect(readLines([header, kare, '1;Ly', ';;;;;;BST']).people[0]?.facts.services).toEqual([
      'HSP',
    ])
  })
})

describe('two rows are one person only when they surely are', () => {
  const head = 'Navn;Født;Adresse;Sone;Tjenester;CAVE'

  test.each([
    ['at two addresses', 'Bø, Gerd;03.03.1932;P 1;Nord 1;;', 'Bø, Gerd;03.03.1932;P 2;Nord 1;;'],
    ['in two zones', 'Bø, Gerd;03.03.1932;;Nord 1;;', 'Bø, Gerd;03.03.1932;;Nord 2;;'],
    ['with another allergy', 'Bø, Gerd;03.03.1932;;;;Nøtter', 'Bø, Gerd;03.03.1932;;;;'],
    ['without a birth date', 'Bø, Gerd;;P 1;;HSP;Nøtter', 'Bø, Gerd;;P 1;;HSP;Egg'],
  ])('%s they are two, and that is told', (_case, one, other) => {
    expect(namesOf([head, one, other])).toHaveLength(2)
    expect(toldOf([head, one, other]).map(([line]) => line)).toContain(3)
  })

  test.each([
    [
      'in all but a service',
      'Bø, Gerd;03.03.1932;;Nord 1;HSP;',
      'Bø, Gerd;03.03.1932;;Nord 1;TRY;',
    ],
    [
      'at one address',
      'Bø, Gerd;03.03.1932;P 1;Nord 1;HSP;',
      'Bø, Gerd;03.03.1932;P 1;Nord 1;TRY;Egg',
    ],
  ])('alike %s they are one', (_case, one, other) => {
    expect(namesOf([head, one, other])).toEqual(['Bø, Gerd'])
  })

  test('in what a further row differs is told', () => {
    const head2 = 'Løpenr;Navn;Født;Telefon;Fastlege;Bor alene'
    const rows = [
      '7;Bø, Gerd;03.03.1932;90000501;Dr. A;Ja',
      '7;Bø, Gerd;04.03.1932;90000502;Dr. B;Nei',
    ]

    expect(toldOf([head2, ...rows])).toEqual([
      [
        3,
        'Samme bruker som linje 2, men med noe annet under Fødselsdato, Telefon, Bor alene, Fastlege. Linje 2 gjelder.',
      ],
    ])
  })
})

test.each([
  'null',
  'NULL',
  'none',
  '#N/A',
  '#VALUE!',
  '########',
  '(blank)',
  '?',
  '--',
  'n/a',
  'NaN',
])('«%s» is nobody’s zone, service, allergy or doctor', (mark) => {
  const [person] = readLines([
    'Navn;Født;Sone;Tjenester;CAVE;Fastlege',
    `Bø, Gerd;03.03.1932;${mark};${mark};${mark};${mark}`,
  ]).people

  expect(person).toMatchObject({
    zoneName: null,
    facts: { services: [], critical: [], generalPractitioner: null },
  })
})
