import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import {
  importContext,
  notPeople,
  readBytes,
  readLines,
  refusalOf,
  windows1252Bytes,
} from '../../../support/a-list.ts'

const header =
  'Navn;Fødselsnr.;F.dato;Adresse;Postnr/sted;Tlf.;Sone;Tjenester;Nærmeste pårørende;Tlf pårørende;Fastlege;CAVE;Nøkkel;Bor alene;'
const kari =
  'Hansen, Kari;01914796756;01.11.1947;Furuveien 12;3210 Sandefjord;900 00 512;Nord 1;BST, TRY;Liv Haugen (datter);90000513;Ola Lege;Penicillin;114;Ja;'
const per =
  'Lie, Per Arne;02838897382;02.03.1988;Bakkegata 3;3210 Sandefjord;33445566;Nord 2;TRY/VEM;;;;;;;'

const reasons = (lines: readonly string[]) =>
  notPeople(readLines(lines)).map(({ line, reason }) => [line, importReport.unreadable(reason)])

describe('a plain list', () => {
  test('is read into people with all that it tells', () => {
    const [person] = readLines([header, kari]).people

    expect(person).toEqual({
      line: 2,
      name: { family: 'Hansen', given: 'Kari' },
      bornOn: '1947-11-01',
      personalNumber: { kind: 'synthetic', value: '01914796756', valid: true },
      ehrId: null,
      zoneName: 'Nord 1',
      facts: {
        address: {
          street: 'Furuveien 12',
          postalCode: '3210',
          city: 'Sandefjord',
          detail: null,
        },
        phone: '900 00 512',
        livesAlone: true,
        services: ['BST', 'TRY'],
        nextOfKin: [
          { name: 'Liv Haugen', relation: 'datter', phone: '900 00 513', canLookIn: false },
        ],
        generalPractitioner: { name: 'Ola Lege', office: null, phone: null },
        critical: [{ kind: 'cave', text: 'Penicillin' }],
        access: [{ kind: 'key', description: '114', code: null }],
      },
    })
  })

  test('may have title lines above its header, and says when it was printed', () => {
    const list = readLines(['Brukerliste Nord', 'Utskrift 23.11.2026 kl. 07:12', '', header, kari])

    expect(list).toMatchObject({ rows: 1, listedAt: '2026-11-23T06:12:00.000Z' })
    expect(list.people[0]?.line).toBe(5)
  })

  test.each([
    ['Brukerliste Nord 1 uke 48', 'Nord 1'],
    ['Sone:;Øst', 'Øst'],
    ['Nord 1 og Nord 2', null],
    ['Brukerliste Nord 12', null],
  ])('without a zone column takes the zone of its title «%s»', (title, zone) => {
    const list = readLines([title, 'Navn;Født', 'Hansen, Kari;01.11.1947'])

    expect(list.people[0]?.zoneName).toBe(zone)
  })

  test('may have its separator told in the first line', () => {
    expect(readLines(['sep=;', header, kari]).people).toHaveLength(1)
  })

  test.each([',', '\t'])('is read with the separator %j as well', (separator) => {
    const lines = ['Etternavn;Fornavn;Født;Sone', 'Hansen;Kari;01.11.1947;Nord 1']
    const list = readLines(lines.map((line) => line.replaceAll(';', separator)))

    expect(list.people[0]).toMatchObject({ name: { family: 'Hansen', given: 'Kari' } })
    expect(list.format).toMatchObject({ separator })
  })

  test('may be written in Windows-1252 with Sami names and bare CR', () => {
    const lines = ['ETTERNAVN;FORNAVN;FOEDSELSDATO', 'Šuorpma;Máret Ánne;01.11.1947']
    const list = readBytes(windows1252Bytes(lines.join('\r')))

    expect(list.format).toMatchObject({ encoding: 'windows-1252' })
    expect(list.people[0]?.name).toEqual({ family: 'Šuorpma', given: 'Máret Ánne' })
  })

  test('without a header is refused', () => {
    expect(refusalOf(new TextEncoder().encode('Hansen;Kari\r\nLie;Per'))).toBe('noTable')
  })
})

describe('every row is accounted for', () => {
  test('a torn last row', () => {
    expect(reasons([header, kari, 'Lie, Per;02838897382;02.03'])).toEqual([
      [3, 'Linjen er avbrutt etter 3 av 14 kolonner'],
    ])
  })

  test('too many columns, a missing name, a repeated header and a footer', () => {
    expect(
      reasons([
        header,
        kari,
        `${per}ekstra;`,
        ';;14.03.1941;Furuveien 12;;;;;;;;;;;',
        header,
        'Antall brukere: 3',
      ]),
    ).toEqual([
      [3, 'Linjen har 15 kolonner, overskriften har 14'],
      [4, 'Navn mangler'],
      [5, 'Overskriften gjentatt, hoppet over'],
      [6, 'Sidetopp, sum eller bunntekst, hoppet over'],
    ])
  })

  test('a doubled row joins the first, with the services of both', () => {
    const list = readLines([header, kari, per, kari.replace('BST, TRY', 'VEM')])

    expect(list).toMatchObject({ rows: 3, merged: 1, unreadable: [] })
    expect(list.people[0]?.facts.services).toEqual(['BST', 'TRY', 'VEM'])
  })

  test('a row with the number of one above needs no name', () => {
    const nameless = kari.replace('Hansen, Kari', '').replace('BST, TRY', 'VLT')

    expect(readLines([header, kari, nameless])).toMatchObject({ rows: 2, merged: 1 })
  })

  test('two with the same name and birth date but numbers of their own are two', () => {
    const other = kari.replace('01914796756', '11843647741')

    expect(readLines([header, kari, other]).people).toHaveLength(2)
  })

  test('many «ukjent» are not one person', () => {
    const list = readLines([
      header,
      kari.replace('01914796756', 'ukjent'),
      per.replace('02838897382', 'ukjent'),
    ])

    expect(list.people).toHaveLength(2)
    expect(list.warnings.map(({ line, warning }) => [line, warning.kind])).toEqual([
      [2, 'personalNumber'],
      [3, 'personalNumber'],
    ])
  })

  test('a quoted line break keeps the physical lines right', () => {
    const list = readLines([
      header,
      kari.replace('BST, TRY', '"BST\r\nTRY"'),
      per.replace(/^[^;]*;[^;]*/, ';'),
    ])

    expect(list.people[0]?.facts.services).toEqual(['BST', 'TRY'])
    expect(list.unreadable[0]).toMatchObject({ line: 4 })
  })

  test('whatever is cut away or put in, rows are people, merged, unreadable and skipped', () => {
    const text = [kari, per, kari, per.replace('Lie', 'Bø'), header].join('\n')
    fc.assert(
      fc.property(fc.nat(text.length), fc.string(), fc.nat(30), (place, noise, cut) => {
        const list = `${header}\n${kari}\n${text.slice(0, place)}${noise}${text.slice(place + cut)}`
        const bytes = new TextEncoder().encode(list).filter((byte) => byte !== 0)

        const { rows, people, merged, unreadable, skipped } = readBytes(bytes)

        expect(people.length + merged + unreadable.length + skipped.length).toBe(rows)
      }),
    )
  })
})

test('a saved mapping reads headings that ours would not', () => {
  const mapping = { Kundenavn: 'name', 'Kode X': 'services', Navn: 'ignored' } as const
  const list = readLines(['Navn;Kundenavn;Kode X', 'A-17;Hansen, Kari;BST'], {
    ...importContext,
    mapping,
  })

  expect(list.people[0]).toMatchObject({
    name: { family: 'Hansen', given: 'Kari' },
    facts: { services: ['BST'] },
  })
})

test('the test persons of Skatteetaten are 21 people, three of them protected', () => {
  const file =
    '../../../data/skatteetaten-folkeregisteret/20230922_testdataRettslighandleevneOgVergemaal.csv'
  const list = readBytes(readFileSync(join(import.meta.dirname, file)))

  expect(list).toMatchObject({ rows: 21, merged: 0, unreadable: [], warnings: [] })
  expect(list.people).toHaveLength(21)
  expect(
    list.people.filter(({ facts }) => facts.addressProtection !== 'none').map(({ line }) => line),
  ).toEqual([3, 4, 19])
})
