import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { readLines } from '../../../support/a-list.ts'

function read(heading: string, value: string): ListReading {
  return readLines([`Navn;Født;${heading}`, `Hansen, Kari;01.11.1947;"${value}"`])
}
const factsOf = (heading: string, value: string) => read(heading, value).people[0]?.facts

describe('a service that is nobody’s today is told of, and not taken', () => {
  const refused = [
    'BST - nei',
    'Ingen BST',
    'Søkt om BST',
    'BST (avsluttet 01.01.2026)',
    'BST (midlertidig stanset)',
    'BST - ikke montert',
    'Venter på BST',
    'BST på venteliste',
    'BST gjelder til 01.01.2020',
    'BST 01.01.2024-31.12.2024',
    'BST (01.01.20 - 31.12.20)',
    'Tidligere BST',
    'BST ønskes ikke',
    'BST avslått',
    'BST: nei',
    'BST = 0',
    'Har ikke lenger BST',
  ]

  test.each(refused)('«%s»', (value) => {
    const list = read('Tjenester', value)

    expect(list.people[0]?.facts).toMatchObject({ services: [], remarks: [`Tjenester: ${value}`] })
    expect(list.warnings).toMatchObject([{ warning: { because: 'notCurrent', value } }])
  })

  test.each([
    ['TRY, BST (nei)', ['TRY']],
    ['TRY, VEM, avslått', ['TRY']],
    ['TRY/VEM/ikke BST', ['TRY', 'VEM']],
    ['Trygghetsalarm: Ja, Digitalt tilsyn: Nei', ['TRY']],
    ['TRY innvilget 01.01.2024', ['TRY']],
    ['TRY (01.01.2025-)', ['TRY']],
    ['TRY til 31.12.2027', ['TRY']],
    ['Ingen tjenester', []],
  ])('of «%s» the others are %j', (value, services) => {
    expect(factsOf('Tjenester', value)?.services).toEqual(services)
  })

  test('beside any others, in any order', () => {
    const running = fc.subarray(['TRY', 'VEM', 'HSP', 'MAT'])
    fc.assert(
      fc.property(running, fc.constantFrom(...refused), fc.nat(4), (codes, part, place) => {
        const value = codes.toSpliced(place, 0, part).join('; ')

        const list = readLines(['Navn;Født;Tjenester', `Hansen, Kari;01.11.1947;"${value}"`])

        expect(list.people[0]?.facts.services?.toSorted()).toEqual(codes.toSorted())
        expect(list.warnings).toHaveLength(1)
      }),
    )
  })

  test('by the end of its decision', () => {
    const lines = ['Navn;Født;Tjeneste;Sluttdato', 'Hansen, Kari;01.11.1947;TRY;31.12.2024']
    const open = lines.with(1, 'Hansen, Kari;01.11.1947;TRY;31.12.2030')

    expect(readLines(lines).people[0]?.facts.services).toEqual([])
    expect(readLines(lines).warnings).toMatchObject([{ warning: { because: 'notCurrent' } }])
    expect(readLines(open).people[0]?.facts.services).toEqual(['TRY'])
  })
})

test.each([
  'hver 6. time fra kl 06',
  'mandag 08:00',
  'mandager kl 08',
  'kl. 08 hver annen dag',
  '8 og 20 annenhver dag',
  '08:00 man og tors',
  'hverdager 08:00',
  'helg 10:00',
  'x 3 daglig',
])('«%s» is no time of every day, and is told of whole', (value) => {
  const list = read('Dosetider', value)

  expect(list.people[0]?.facts).toEqual({ doseTimes: [], remarks: [`Dosetider: ${value}`] })
  expect(list.warnings).toMatchObject([{ warning: { kind: 'unclearTime', value } }])
})

test.each([
  ['SANN', true],
  ['USANN', false],
  ['Ja, enke', true],
  ['Ja – enkemann', true],
  ['Ja (hund)', true],
  ['Nei (bor med sønn)', false],
  ['Bur åleine', true],
  ['Enslig', true],
  ['Gift', false],
  ['Bor hos sønn', false],
  ['Ukjent', null],
  ['Ja/Nei', null],
  ['ja?', null],
  ['Delvis', null],
  ['Enke', null],
  ['-', null],
])('«%s» under «Bor alene» is %s, and what is not known is told of', (value, alone) => {
  const list = read('Bor alene', value)

  expect(list.people[0]?.facts.livesAlone).toBe(alone)
  expect(list.warnings).toHaveLength(alone === null ? 1 : 0)
})

test('nobody lives with others because of words that nobody knows', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[b-hj-mo-z]{2,12}$/), (word) => {
      fc.pre(!['gift', 'bror', 'mor', 'kone', 'son'].includes(word))

      expect(factsOf('Bor alene', word)?.livesAlone).not.toBe(false)
    }),
  )
})

test.each([
  'Ingen kjente allergier',
  'Ingen kjent allergi',
  'Ingen allergier',
  'Inga kjende allergiar',
  'Ikke kjent',
  'Ingen CAVE',
  'NKA',
  'none known',
])('«%s» is no allergy', (value) => {
  expect(factsOf('CAVE', value)?.critical).toEqual([])
})

test.each(['Penicillin?', 'Ingen kjente, men tåler ikke melk', 'Nøtter'])(
  '«%s» is one',
  (value) => {
    expect(factsOf('CAVE', value)?.critical).toEqual([{ kind: 'cave', text: value }])
  },
)
