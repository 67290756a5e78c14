import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPersonalNumber } from '#domain/patient/fodselsnummer.ts'
import { oddList, type OddCell } from '../../../support/odd-list.ts'
import { readOddList } from '../../../support/read-odd-list.ts'

/** What must not stand in the open, and whether the address is hidden. */
type Secret = { isProtected: boolean; code: string | null; number: string | null }
type Secrets = fc.Arbitrary<OddCell<Secret>>

const open: Secret = { isProtected: false, code: null, number: null }

const said = (...texts: readonly string[]): Secrets =>
  fc.constantFrom(...texts).map((text) => ({ text, means: open }))
const protecting = (...texts: readonly string[]): Secrets =>
  fc.constantFrom(...texts).map((text) => ({ text, means: { ...open, isProtected: true } }))

/** No years: a key box may have been put up in 2024. */
const digits = fc.integer({ min: 3000, max: 9999 }).map(String)
const coded = (...sentences: readonly ((code: string) => string)[]): Secrets =>
  fc
    .tuple(digits, fc.constantFrom(...sentences))
    .map(([code, say]) => ({ text: say(code), means: { ...open, code } }))

/** Synthetic numbers that may be somebody's: the control digits are those of the first nine. */
const number = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 81, max: 92 }),
    year: fc.integer({ min: 30, max: 59 }),
    own: fc.integer({ min: 100, max: 499 }),
  })
  .map(({ day, month, year, own }) => {
    const nine = `${String(day).padStart(2, '0')}${month}${year}${own}`
    const all = Array.from({ length: 100 }, (_, end) => `${nine}${String(end).padStart(2, '0')}`)
    return all.find((one) => readPersonalNumber(one).valid) ?? ''
  })
  .filter((found) => found !== '')
const numbered = (...sentences: readonly ((number: string) => string)[]): Secrets =>
  fc
    .tuple(number, fc.constantFrom(...sentences))
    .map(([own, say]) => ({ text: say(own), means: { ...open, number: own } }))

const parted = (own: string): string => `${own.slice(0, 6)} ${own.slice(6)}`

const lists = oddList({
  Adresse: fc.oneof(
    said('Lia 1', 'Storgata 12 B', 'Skjermet enhet, Nygård sykehjem', 'Portveien 5', ''),
    protecting('SPERRET ADRESSE', 'Hemmelig', 'Lia 5 (kode 6)', 'Skjult', 'Sperra adresse', '****'),
    coded(
      (code) => `Lia 5, kode ${code}`,
      (code) => `Lia 5 (portkode ${code})`,
    ),
    numbered((own) => `Lia 5 ${own}`),
  ),
  Merknad: fc.oneof(
    said('Har hund', 'Ring 900 00 501 først', 'Kode: se perm', 'Kommunenr 3210', ''),
    protecting('Hemmelig adresse!', 'Sperret adr.', 'adresse: skjult', 'Kode 7, ring før besøk'),
    coded(
      (code) => `Nøkkelbokskode ${code}`,
      (code) => `kode: ${code.slice(0, 2)} ${code.slice(2)}`,
      (code) => `Alarmkode ${code}`,
      (code) => `Koden er ${code}, ring først`,
      (code) => `${code} er koden`,
    ),
    numbered(
      (own) => `Fnr ${own}`,
      (own) => `Fnr. ${parted(own)}, ring datter`,
    ),
  ),
  Nøkkel: fc.oneof(
    said('Nøkkelnr 4412', 'Hos nabo', ''),
    coded(
      (code) => `Nøkkelboks, kode: ${code}`,
      (code) => `Boks ved dør (${code})`,
    ),
  ),
  Telefon: fc.oneof(
    said('900 00 501', ''),
    numbered((own) => own, parted),
  ),
  Pårørende: fc.oneof(
    said('Liv Bø (datter)', ''),
    numbered((own) => `Liv ${own}`),
  ),
  Gradering: fc.oneof(
    said('', 'Nei', 'Ugradert', 'Ikke skjermet'),
    protecting('Kode 6', 'Fortrolig', 'STRENGT FORTROLIG', 'x', 'Ja'),
  ),
})

test('no address, code or personal number stands where it must not, wherever it was written', () => {
  fc.assert(
    fc.property(lists, (list) => {
      for (const { odd, person, warnings } of readOddList(list).found) {
        const secrets = Object.values(odd.cells).map(({ means }) => means)
        const { access = [], codes = [], addressProtection = 'none', ...facts } = person.facts
        const kept = [...codes, ...access].map(({ code }) => code)
        const shown = JSON.stringify([
          facts,
          warnings,
          person.name,
          access.map(({ description }) => description),
          codes.map(({ label }) => label),
        ])
        const shownDigits = shown.replaceAll(' ', '')

        expect(addressProtection !== 'none').toBe(secrets.some((one) => one.isProtected))
        const planted = secrets.flatMap(({ code }) => code ?? [])
        expect(new Set(kept.filter((one) => one !== null))).toEqual(new Set(planted))
        expect(planted.filter((code) => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(shown))).toEqual(
          [],
        )
        const numbers = secrets.flatMap(({ number: own }) => own ?? [])
        expect(
          numbers.filter((own) => new RegExp(`${own.slice(6)}(?!\\d)`).test(shownDigits)),
        ).toEqual([])
        expect(shown.includes('personalNumber')).toBe(numbers.length > 0)
      }
    }),
    { numRuns: 300 },
  )
})
