import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { oddList, written, type OddCell } from '../../../support/odd-list.ts'
import { readOddList } from '../../../support/read-odd-list.ts'

const mobile = fc.integer({ min: 90_000_000, max: 99_999_999 }).map(String)
const landline = fc
  .integer({ min: 22_000_000, max: 79_999_999 })
  .map(String)
  .filter((digits) => !digits.startsWith('4'))
const parted = (digits: string, ...lengths: readonly number[]): string => {
  let from = 0
  return lengths.map((length) => digits.slice(from, (from += length))).join(' ')
}

type Phone = { phone: string | null; isTold: boolean }

const wholePhone: fc.Arbitrary<OddCell<Phone>> = fc
  .record({
    number: fc.oneof(
      mobile.map((digits) => [digits, parted(digits, 3, 2, 3)] as const),
      landline.map((digits) => [digits, parted(digits, 2, 2, 2, 2)] as const),
    ),
    form: fc.constantFrom(
      (digits: string) => digits,
      (digits: string) => parted(digits, 3, 2, 3),
      (digits: string) => parted(digits, 2, 2, 2, 2),
      (digits: string) => `+47 ${digits}`,
      (digits: string) => `0047${digits}`,
      (digits: string) => `+47 ${parted(digits, 3, 2, 3)}`,
      (digits: string) => `Tlf: ${digits}`,
      (digits: string) => `${digits}.0`,
    ),
  })
  .map(({ number: [digits, phone], form }) => ({
    text: form(digits),
    means: { phone, isTold: false },
  }))

/** A digit too many or too few, as somebody mistypes: which number it is nobody knows. */
const brokenPhone: fc.Arbitrary<OddCell<Phone>> = fc
  .tuple(
    mobile,
    fc.constantFrom(
      (digits: string) => `${digits}2`,
      (digits: string) => digits.slice(0, 7),
      (digits: string) => `${parted(digits, 3, 2, 3)}2`,
      (digits: string) => `0${parted(digits, 3, 2, 3)}`,
    ),
  )
  .map(([digits, form]) => ({ text: form(digits), means: { phone: null, isTold: true } }))

/** What programs write for an empty cell. */
const placeholder = fc.constantFrom('', 'NULL', '-', 'N/A', '(tom)', '#N/A', 'nan', '  ')
const nothing = <Meaning>(means: Meaning): fc.Arbitrary<OddCell<Meaning>> =>
  placeholder.map((text) => ({ text, means }))

const postcode: fc.Arbitrary<OddCell<string | null>> = fc
  .tuple(
    fc.integer({ min: 150, max: 9990 }),
    fc.constantFrom(
      (code: number) => String(code),
      (code: number) => String(code).padStart(4, '0'),
      (code: number) => `${code}.0`,
      (code: number) => `N-${String(code).padStart(4, '0')}`,
    ),
  )
  .map(([code, form]) => ({ text: form(code), means: String(code).padStart(4, '0') }))

const kin = written([
  ['Kari M. Hansen (datter) 900 00 501', 'Kari M. Hansen'],
  ['Per A. Berg, tlf 900 00 501', 'Per A. Berg'],
  ['Jan van der Berg 90000501', 'Jan van der Berg'],
  ['Datter: Liv Åsen, tlf. 900 00 501', 'Liv Åsen'],
  ['K&aring;re B&oslash; 900 00 501', 'Kåre Bø'],
  ['P. M. Moe (jobb: 900 00 501)', 'P. M. Moe'],
])

const street = written<string>([
  ['Lia 12 B', 'Lia 12 B'],
  ['Pr&oslash;vegata 2', 'Prøvegata 2'],
  ['  Storgata   7 ', 'Storgata 7'],
])

const lists = oddList(
  {
    Telefon: fc.oneof(wholePhone, brokenPhone, nothing<Phone>({ phone: null, isTold: false })),
    Postnr: postcode,
    Adresse: street,
    Pårørende: fc.oneof(kin, nothing<string | null>(null)),
    Sone: fc.oneof(
      written<string | null>([
        ['Nord 1', 'Nord 1'],
        ['Nord 2', 'Nord 2'],
      ]),
      nothing<string | null>(null),
    ),
  },
  {
    // Beside the next of kin a bare «Telefon» is theirs.
    Telefon: fc.constantFrom('Tlf bruker', 'Brukers telefon', 'TLF BRUKER', 'Brukers tlf.'),
    Postnr: fc.constantFrom('Postnr', 'Postnummer', 'Zip code', 'postnr.'),
    Adresse: fc.constantFrom('Adresse', 'Bustadadresse', 'Address', 'Gateadresse *'),
    Pårørende: fc.constantFrom('Pårørende', 'Næraste pårørande', 'Next of kin'),
    Sone: fc.constantFrom('Sone', 'Sona', 'Zone', 'Avdeling/sone'),
  },
)

test('a field is read as it stands, or not at all and told of, under whatever heading', () => {
  fc.assert(
    fc.property(lists, (list) => {
      for (const { odd, person, warnings } of readOddList(list).found) {
        const { Telefon, Postnr, Adresse, Pårørende: kinCell, Sone } = odd.cells
        const { facts, zoneName, name } = person

        expect(name.given).toBe('Prøve')
        expect(facts.phone).toBe(Telefon.means.phone)
        expect(warnings.some((one) => 'isPhone' in one && one.isPhone)).toBe(Telefon.means.isTold)
        expect(facts.address).toMatchObject({ street: Adresse.means, postalCode: Postnr.means })
        expect(facts.nextOfKin).toMatchObject(
          kinCell.means === null ? [] : [{ name: kinCell.means, phone: '900 00 501' }],
        )
        expect(zoneName).toBe(Sone.means)
        expect(JSON.stringify([facts, zoneName])).not.toMatch(/NULL|N\/A|\(tom\)|nan|&/)
      }
    }),
    { numRuns: 300 },
  )
})
