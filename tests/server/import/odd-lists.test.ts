import { describe, expect, test } from 'vitest'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { readBytes, notPeople, readLines, refusalOf } from '../../support/a-list.ts'

const header = 'Løpenr;Navn;Født;Adresse;Sone;Tjenester'
const kari = '1;Hansen, Kari;01.02.1940;Storgata 1;Nord 1;TRY'
const ole = '2;Olsen, Ole;02.02.1940;Lia 3;Nord 1;VEM'

const utf8 = (text: string) => new TextEncoder().encode(text)
const reasons = (lines: readonly string[]) =>
  notPeople(readLines(lines)).map(({ line, reason }) => [line, importReport.unreadable(reason)])
const warnings = (lines: readonly string[]) =>
  readLines(lines).warnings.map(({ line, warning }) => [line, warning.kind])

describe('a list of several pages', () => {
  test.each([
    ['in capitals', header.toUpperCase()],
    ['with blanks', header.replaceAll(';', ' ; ')],
    ['with a separator more', `${header};`],
  ])('its repeated header %s is no person', (_case, repeated) => {
    expect(reasons([header, kari, repeated, ole])).toEqual([
      [3, 'Overskriften gjentatt, hoppet over'],
    ])
  })

  test('its repeated title is no person, whatever the page', () => {
    expect(reasons(['Brukerliste side 1', header, kari, 'Brukerliste side 2;;;;;', ole])).toEqual([
      [4, 'Sidetopp, sum eller bunntekst, hoppet over'],
    ])
  })

  test.each(['Sum: 52', 'I alt 7 brukere', '7 brukere', 'Skrevet ut 23.11.2026 av soha;;;;;'])(
    'its foot «%s» is no person',
    (foot) => {
      expect(reasons([header, kari, foot])).toEqual([
        [3, 'Sidetopp, sum eller bunntekst, hoppet over'],
      ])
    },
  )

  test.each(['Sumaya, Ali', 'Sum, Li', 'Åsum, Per', 'Side-Hansen, Bo', 'Sluttås, Una'])(
    '«%s» is a person and no foot',
    (name) => {
      expect(readLines(['Navn;Sone', `${name};Nord 1`]).people).toHaveLength(1)
    },
  )
})

describe('a header', () => {
  test('over two lines is read as one', () => {
    const list = readLines([
      'Navn;Fødsels-;Nærmeste;Tlf;Sone',
      ';nummer;pårørende;pårørende;',
      'Hansen, Kari;01914796756;Liv Haugen;90000513;Nord 1',
    ])

    expect(list).toMatchObject({ rows: 1, warnings: [] })
    expect(list.people[0]).toMatchObject({
      line: 3,
      personalNumber: { value: '01914796756' },
      facts: { nextOfKin: [{ name: 'Liv Haugen', phone: '900 00 513' }] },
    })
  })

  test('of one line takes no row of words for its second', () => {
    expect(readLines(['Navn;Sone', 'Hansen, Kari;Nord', 'Lie, Per;Nord']).people).toHaveLength(2)
  })
})

test('zones that stand above their people count for those below', () => {
  const list = readLines([
    'Løpenr;Navn;Født',
    'Sone Nord 1;;',
    '1;Hansen, Kari;01.02.1940',
    'Nord 2;;',
    '2;Olsen, Ole;02.02.1940',
  ])

  expect(list.people.map(({ zoneName }) => zoneName)).toEqual(['Nord 1', 'Nord 2'])
  expect(notPeople(list).map(({ line, reason }) => [line, reason.kind])).toEqual([
    [2, 'zoneHeading'],
    [4, 'zoneHeading'],
  ])
})

describe('letters', () => {
  test('in two parts become one, and unseen signs go', () => {
    const list = readLines([header, kari.replace('Hansen, Kari', 'A\u030ase\u00ad, \u200bKari')])

    expect(list.people[0]?.name).toEqual({ family: '\u00c5se', given: 'Kari' })
  })

  test('of UTF-16 without a mark are read', () => {
    const text = [header, kari].join('\r\n')
    const bytes = Uint8Array.from({ length: text.length * 2 }, (_, place) =>
      place % 2 === 0 ? text.charCodeAt(place / 2) : 0,
    )

    expect(readBytes(bytes)).toMatchObject({ format: { encoding: 'utf-16' }, rows: 1 })
  })

  test.each([
    ['DOS', { ø: 0x9b, å: 0x86, Ø: 0x9d }],
    ['old Macs', { ø: 0xbf, å: 0x8c, Ø: 0xaf }],
  ])('of %s are refused, not read wrong', (_system, codes: Record<string, number>) => {
    const text = 'Løpenr;Navn;Født\r\n1;Ødegård, Bjørn;01.02.1940'
    const bytes = Uint8Array.from(text, (letter) => codes[letter] ?? letter.charCodeAt(0))

    expect(refusalOf(bytes)).toBe('otherEncoding')
  })

  test('that were encoded twice are refused', () => {
    expect(refusalOf(utf8('LÃ¸penr;Navn;Sone\r\n1;BjÃ¸rk, Ola;Nord 1'))).toBe('otherEncoding')
  })

  test('that were lost before are told of', () => {
    expect(warnings([header, kari.replace('Hansen', 'H\ufffdgen')])).toEqual([
      [1, 'lostLetters'],
      [2, 'unclearValue'],
    ])
  })
})

test.each([
  ['<html><table><tr><td>Navn</td><td>Sone</td></tr></table></html>', 'markupFile'],
  ['<?xml version="1.0"?><brukere/>', 'markupFile'],
  ['{\\rtf1 Brukerliste}', 'documentFile'],
])('«%s» is refused for what it is', (text, kind) => {
  expect(refusalOf(utf8(text))).toBe(kind)
})

describe('a personal number that a spreadsheet has been at', () => {
  test.each(["'01914796756", '=01914796756', '1914796756', '01914796756,00', '1914796756.0'])(
    '«%s» is found again',
    (cell) => {
      const list = readLines(['Navn;Fnr;Sone', `Hansen, Kari;${cell};Nord 1`])

      expect(list.people[0]?.personalNumber).toMatchObject({ value: '01914796756', valid: true })
    },
  )

  test('and shortened is kept, and told of', () => {
    const lines = ['Navn;Fnr;Født', 'Hansen, Kari;1,91480E+09;01.11.1947']

    expect(warnings(lines)).toEqual([[2, 'shortenedNumber']])
  })
})

test.each([
  ['1. februar 1940', '1940-02-01'],
  ['01.feb.40', '1940-02-01'],
  ['01.02.1940 (86 år)', '1940-02-01'],
  ['01.02.2040', null],
  ['31.02.1940', null],
])('the birth date «%s»', (cell, bornOn) => {
  expect(readLines(['Navn;Født', `Hansen, Kari;${cell}`]).people[0]?.bornOn).toBe(bornOn)
})

test('who is marked as dead is taken, and told of', () => {
  const lines = ['Navn;Født;Status', 'A, A;01.02.1940;Aktiv', 'B, B;01.02.1940;Død']

  expect(readLines(lines).people).toHaveLength(2)
  expect(warnings(lines)).toEqual([[3, 'inactive']])
})

test('one name and one birth date at two addresses are two people until a number says otherwise', () => {
  const lines = [
    'Navn;Født;Adresse',
    'Hansen, Kari;01.02.1940;Storgata 1',
    'Hansen, Kari;01.02.1940;Lia 3',
  ]

  expect(warnings(lines)).toEqual([[3, 'sameNameOnly']])
})

test.each([
  ['Lia 5 (fortrolig)', 'confidential', { street: 'Lia 5' }],
  ['STRENGT FORTROLIG', 'strictlyConfidential', null],
])('the address «%s» is hidden, and what it says is not lost', (street, level, address) => {
  const list = readLines(['Navn;Født;Adresse', `Hansen, Kari;01.02.1940;${street}`])

  expect(list.people[0]?.facts).toMatchObject({ addressProtection: level, address })
})

test('a row as long as a book is told of, and delays nobody', () => {
  const list = readLines([header, kari, '"'.repeat(12_000_000), ole])

  expect(list.people).toHaveLength(2)
  expect(list.unreadable.map(({ line }) => line)).toEqual([3])
})
