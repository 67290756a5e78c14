import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { readLines } from '../../../support/a-list.ts'

const header = 'Løpenr;Navn;Født;Adresse;Postnr;Poststed;Telefon;Merknad;Nøkkel;Pårørende;Gradering'

type Cells = Partial<
  Record<
    'adresse' | 'poststed' | 'telefon' | 'merknad' | 'nokkel' | 'kin' | 'gradering' | 'navn',
    string
  >
>

function read(cells: Cells): ListReading {
  const { adresse = 'Lia 1', poststed = 'OSLO', telefon = '90000501', merknad = '' } = cells
  const { nokkel = '', kin = '', gradering = '', navn = 'Bø, Gerd' } = cells
  const row = [
    '7',
    navn,
    '01.02.1940',
    adresse,
    '0150',
    poststed,
    telefon,
    merknad,
    nokkel,
    kin,
    gradering,
  ]
  return readLines([header, row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')])
}

const protectedAddresses = [
  'SPERRET ADRESSE',
  'Hemmelig',
  'hemmelig adr.',
  'Skjult',
  'Sperret',
  'Skjermet',
  'Adresse skjult',
  'adressen er sperret',
  'Adr.: SKJULT',
  'Fortrolig adresse',
  'Kode 7',
  'unntatt offentlighet',
  'Sperra adresse',
  'Hemmeleg',
  'Adressesperre',
  'beskyttet adr',
]
const strictAddresses = [
  'kode 6',
  'KODE 6',
  'Kode6',
  'kode seks',
  'STRENGT FORTROLIG',
  'Strengt fortrolig adresse',
]

describe('an address is protected in whatever words', () => {
  test.each(protectedAddresses)('«%s» for the address, or beside it', (words) => {
    for (const adresse of [words, `Lia 5 (${words})`, `${words}, Lia 5`]) {
      const [person] = read({ adresse }).people

      expect(person?.facts.addressProtection).toBe('confidential')
      expect(person?.facts.address?.street).not.toMatch(/sperr|hemmel|skj|kode|fortro/i)
    }
  })

  test.each(['K7', '****', 'xxx', 'SPFO'])('«%s» alone for the address', (adresse) => {
    expect(read({ adresse }).people[0]?.facts.addressProtection).toBe('confidential')
  })

  test.each(strictAddresses)('«%s» is the stricter kind, wherever it stands', (words) => {
    for (const cells of [
      { adresse: words },
      { merknad: words },
      { gradering: words },
      { poststed: words },
    ]) {
      expect(read(cells).people[0]?.facts.addressProtection).toBe('strictlyConfidential')
    }
    const [person] = read({ navn: `Bø, Gerd (${words})` }).people
    expect(person).toMatchObject({
      name: { family: 'Bø', given: 'Gerd' },
      facts: { addressProtection: 'strictlyConfidential' },
    })
  })

  test.each([
    'Hemmelig adresse!',
    'Adressen er hemmelig',
    'Sperret adr.',
    'Kode 7, ring før besøk',
    'adresse: skjult',
  ])('the remark «%s» protects', (merknad) => {
    expect(read({ merknad }).people[0]?.facts.addressProtection).toBe('confidential')
  })

  test.each([
    'Nei',
    '0',
    'Ugradert',
    'Ingen gradering',
    'Ikke skjermet',
    'Ingen',
    'Uten adressesperre',
    'Ikke gradert',
  ])('«%s» says that it is open, and nothing is told', (gradering) => {
    const list = read({ gradering })

    expect(list.people[0]?.facts.addressProtection).toBe('none')
    expect(list.warnings).toEqual([])
  })

  test.each(['Ukjent', 'Vet ikke', 'må sjekkes', '?', '-'])(
    '«%s» leaves it open, and is told of',
    (gradering) => {
      expect(read({ gradering }).warnings).toMatchObject([
        { warning: { kind: 'unclearValue', heading: 'Gradering', value: gradering } },
      ])
    },
  )

  test.each([
    'Skjermet enhet, Nygård sykehjem',
    'Graderte veien 3',
    'Postboks 1234',
    'Portveien 5',
  ])('«%s» is an address like any other', (adresse) => {
    const facts = read({ adresse }).people[0]?.facts

    expect(facts?.addressProtection ?? 'none').toBe('none')
    expect(facts).toMatchObject({ address: { street: adresse } })
    expect(facts?.codes ?? []).toEqual([])
  })
})

const codeSentences = [
  (code: string) => `Nøkkelbokskode ${code}`,
  (code: string) => `Nøkkelboks, kode: ${code}`,
  (code: string) => `Kode nøkkelboks: ${code}`,
  (code: string) => `Koden er ${code}, ring først`,
  (code: string) => `Alarmkode ${code}`,
  (code: string) => `PIN ${code} til boks`,
  (code: string) => `PIN-kode ${code}`,
  (code: string) => `Portkode=${code}`,
  (code: string) => `Kodelås ${code}`,
  (code: string) => `Boks ved dør (${code})`,
  (code: string) => `Nøkkelboks til høyre for døra: ${code}`,
  (code: string) => `Hund. Dørkode ${code}. Ring på`,
  (code: string) => `Kode på nøkkelboks er ${code}`,
  (code: string) => `nøkkelboks m/kode ${code}`,
  (code: string) => `Adgangskode ${code}`,
  (code: string) => `${code} er koden`,
  (code: string) => `Tast ${code} og vent`,
]

describe('a code stands in no open text', () => {
  test('in whatever sentence, however its digits are parted', () => {
    // No years: a key box may have been put up in 2024.
    const digits = fc.integer({ min: 3000, max: 9999 }).map(String)
    const sentence = fc.constantFrom(...codeSentences)
    fc.assert(
      fc.property(digits, sentence, fc.constantFrom('merknad', 'nokkel'), (code, say, column) => {
        const facts = read({ [column]: say(code) }).people[0]?.facts
        const { access = [], codes = [], ...open } = facts ?? {}
        const kept = [...codes.map((one) => one.code), ...access.map((way) => way.code)]

        expect(kept).toContain(code)
        expect(JSON.stringify(open)).not.toContain(code)
        expect(access.map(({ description }) => description).join()).not.toContain(code)
        expect(codes.map(({ label }) => label).join()).not.toContain(code)
      }),
    )
  })

  test.each([
    ['Nøkkelboks kode: 25 80', ['2580']],
    ['Dørkode: 4455#', ['4455#']],
    ['Kode 4-7-1-1', ['4711']],
    ['Portkode 4711#, dørkode 1234', ['4711#', '1234']],
    ['kode: 4711 / 4712', ['4711', '4712']],
    ['Passord: sommer2024', ['sommer2024']],
    ['#4711* på porten', ['#4711*']],
  ])('«%s» has %j', (merknad, codes) => {
    expect(read({ merknad }).people[0]?.facts.codes?.map(({ code }) => code)).toEqual(codes)
  })

  test.each(['Nøkkelboks', 'E-lås', 'Digital lås'])(
    'digits alone under «%s» are one',
    (heading) => {
      const [person] = readLines([`Navn;Født;${heading}`, 'Bø, Gerd;01.02.1940;2580']).people

      expect(person?.facts.access).toMatchObject([{ description: '', code: '2580' }])
    },
  )

  test.each([
    'Kode: se perm',
    'Ring 900 00 501 for kode',
    'Nøkkelnr 4412',
    'Nøkkelboks montert 2024',
    'Kommunenr 3210',
    'Bor i 4. etg, ring 33 44 55 66',
  ])('«%s» has none', (merknad) => {
    expect(read({ merknad }).people[0]?.facts).toMatchObject({ remarks: [merknad] })
  })
})

describe('a personal number is shown nowhere but as one', () => {
  const number = '04843310325'

  test.each([
    { telefon: number },
    { telefon: '048433 10325' },
    { kin: `Liv ${number}` },
    { merknad: `Fnr ${number}` },
    { merknad: `Fnr. 04 84 33 10325, ring datter` },
    { adresse: `Lia 5 ${number}` },
  ])('%j', (cells) => {
    const list = read(cells)
    const shown = JSON.stringify([list.people.map(({ facts }) => facts), list.warnings]).replaceAll(
      ' ',
      '',
    )

    expect(shown).not.toContain('10325')
    expect(list.warnings).toMatchObject([{ warning: { because: 'personalNumber' } }])
  })

  test('in the column of the record system’s id it is her number', () => {
    const [person] = readLines(['Brukernr;Navn;Født', `${number};Bø, Gerd;01.02.1940`]).people

    expect(person).toMatchObject({ ehrId: null, personalNumber: { value: number, valid: true } })
  })

  test('in the opening of a line that is not read it is cut', () => {
    const [row] = readLines(['Fnr;Navn;Født;Sone', `${number};Bø`]).unreadable

    expect(row?.excerpt).toBe('048433 *****;Bø')
  })
})
