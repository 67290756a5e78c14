import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { oddList, written, type OddCell } from '../../../support/odd-list.ts'
import { readOddList } from '../../../support/read-odd-list.ts'

const two = (number: number): string => String(number).padStart(2, '0')

const clock = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.constantFrom(0, 15, 30, 45),
})
const clockForms = fc.constantFrom(
  (hour: string, minute: string) => `${hour}:${minute}`,
  (hour: string, minute: string) => `${hour}.${minute}`,
  (hour: string, minute: string) => `kl. ${hour}.${minute}`,
  (hour: string, minute: string) => `${hour}:${minute}:00`,
  (hour: string, minute: string) => `${hour}.${minute} (1 tbl)`,
)

/** Times as somebody writes them, and the times that they are. */
const times: fc.Arbitrary<OddCell<string[]>> = fc
  .record({
    clocks: fc.uniqueArray(clock, {
      maxLength: 4,
      selector: ({ hour, minute }) => hour * 60 + minute,
    }),
    form: clockForms,
    join: fc.constantFrom(', ', ' og ', '; '),
  })
  .map(({ clocks, form, join }) => {
    const sorted = clocks.toSorted((a, b) => a.hour - b.hour || a.minute - b.minute)
    const parts = sorted.map(({ hour, minute }) => [two(hour), two(minute)] as const)
    return {
      text: parts.map(([hour, minute]) => form(hour, minute)).join(join),
      means: parts.map(([hour, minute]) => `${hour}:${minute}`),
    }
  })

/** What is given at no time that the list says. */
const noTimes = written<string[]>(
  [
    '1+0+1+0',
    '1-0-1-1',
    '2 ganger daglig',
    'x 3 daglig',
    'hver 8. time',
    'morgen og kveld',
    '2,5',
    'mandag 08:00',
    'ikke kl. 14.00',
    '8 og 20 annenhver dag',
    '08:00 seponert',
  ].map((text) => [text, []] as const),
)

const running = fc.subarray(['TRY', 'VEM', 'HSP', 'MAT'])
const stopped = fc.constantFrom(
  'Ingen BST',
  'BST (avsluttet)',
  'Søkt om BST',
  'BST - nei',
  'BST på venteliste',
  'BST avslått',
  'Har ikke lenger BST',
  'BST gjelder til 01.01.2020',
)

const services: fc.Arbitrary<OddCell<{ codes: string[]; isAllRunning: boolean }>> = fc
  .record({ codes: running, part: fc.option(stopped), place: fc.nat(4) })
  .map(({ codes, part, place }) => ({
    text: (part === null ? codes : codes.toSpliced(place, 0, part)).join('; '),
    means: { codes, isAllRunning: part === null },
  }))

const alone = written<boolean | null>([
  ['SANN', true],
  ['Ja, enke', true],
  ['Bur åleine', true],
  ['Enslig', true],
  ['USANN', false],
  ['Nei (bor med sønn)', false],
  ['Bor hos sønn', false],
  ['Gift', false],
  ['Ukjent', null],
  ['Ja/Nei', null],
  ['ja?', null],
  ['-', null],
  ['Delvis', null],
  ['', null],
])

const allergies = written<string[]>([
  ['Ingen kjente allergier', []],
  ['Inga kjende allergiar', []],
  ['NKA', []],
  ['Ikke kjent', []],
  ['', []],
  ['Penicillin', ['Penicillin']],
  ['Penicillin?', ['Penicillin?']],
  ['Ingen kjente, men tåler ikke melk', ['Ingen kjente, men tåler ikke melk']],
])

test('no dose, service or allergy and no company is made of words that do not say so', () => {
  const lists = oddList({
    Dosetider: fc.oneof(times, noTimes),
    Tjenester: services,
    'Bor alene': alone,
    CAVE: allergies,
  })
  fc.assert(
    fc.property(lists, (list) => {
      for (const { odd, person, warnings } of readOddList(list).found) {
        const { facts } = person

        expect(facts.doseTimes).toEqual(odd.cells.Dosetider.means)
        expect(facts.services?.toSorted()).toEqual(odd.cells.Tjenester.means.codes.toSorted())
        expect(facts.livesAlone).toBe(odd.cells['Bor alene'].means)
        expect(facts.critical?.map(({ text }) => text)).toEqual(odd.cells.CAVE.means)

        const toldOf = warnings.flatMap((one) => ('heading' in one ? [one.heading] : []))
        const { text, means } = odd.cells.Dosetider
        expect(toldOf.includes('Dosetider')).toBe(means.length === 0 && text !== '')
        expect(toldOf.includes('Tjenester')).toBe(!odd.cells.Tjenester.means.isAllRunning)
        const isOpen = odd.cells['Bor alene'].means === null && odd.cells['Bor alene'].text !== ''
        expect(toldOf.includes('Bor alene')).toBe(isOpen)
      }
    }),
    { numRuns: 300 },
  )
})
