import * as fc from 'fast-check'

/** The column headings and what stands in them for somebody whose every value carries her number. */
const cellsByHeading = {
  Løpenr: (number: number) => `${4000 + number}`,
  Navn: (number: number) => `Bruker${letters(number)}, Prøve`,
  Født: (number: number) => `${two((number % 28) + 1)}.03.19${two(30 + (number % 60))}`,
  Adresse: (number: number) => `Prøvegata ${number}`,
  Postnr: () => '3210',
  Poststed: () => 'SANDEFJORD',
  Telefon: (number: number) => `900 01 ${String(number).padStart(3, '0')}`,
  Sone: (number: number) => `Nord ${1 + (number % 2)}`,
  Tjenester: (number: number) => (number % 3 === 0 ? 'TRY' : number % 3 === 1 ? 'BST, HSP' : ''),
  CAVE: (number: number) => (number % 4 === 0 ? `Stoff ${number}` : ''),
  Merknad: (number: number) => `Merke ${number}`,
} satisfies Record<string, (number: number) => string>

type Heading = keyof typeof cellsByHeading
const headings = [
  'Løpenr',
  'Navn',
  'Født',
  'Adresse',
  'Postnr',
  'Poststed',
  'Telefon',
  'Sone',
  'Tjenester',
  'CAVE',
  'Merknad',
] as const

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** 17 is «ah»: names without digits, no two alike. */
function letters(number: number): string {
  return Array.from(String(number), (digit) => 'abcdefghij'[Number(digit)]).join('')
}

export type GeneratedList = {
  separator: string
  columns: readonly Heading[]
  /** The number of each person, in the order of the file. */
  numbers: readonly number[]
  lines: string[]
}

/** A list in any order of columns and of people, whole and in order. */
export const wholeList: fc.Arbitrary<GeneratedList> = fc
  .record({
    separator: fc.constantFrom(';', '\t', '|'),
    columns: fc
      .shuffledSubarray([...headings], { minLength: 4 })
      .filter((columns) => columns.includes('Navn') && columns.includes('Født')),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 15 }),
  })
  .map(({ separator, columns, numbers }) => ({
    separator,
    columns,
    numbers,
    lines: [columns.join(separator), ...numbers.map((number) => rowOf(number, columns, separator))],
  }))

function rowOf(number: number, columns: readonly Heading[], separator: string): string {
  return columns.map((heading) => cellsByHeading[heading](number)).join(separator)
}

/** What reports print between and below their rows. */
const furniture = fc.constantFrom(
  'Side 2 av 9',
  'Sum',
  'Totalt',
  'Antall brukere: 12',
  'Utskrevet 21.11.2026',
  'Fortsetter på neste side',
  'Brukerliste',
  'Sandefjord kommune',
  '---',
  'Kriterier: Status = Aktiv',
  'Ansatte',
)

export type Damage =
  | { kind: 'furniture'; text: string; at: number; column: number }
  | { kind: 'header'; at: number }
  | { kind: 'blank'; at: number; count: number }
  | { kind: 'cut'; at: number; keep: number }
  | { kind: 'stray'; at: number; cell: number }
  | { kind: 'quote'; at: number; cell: number }

/** Fewer than three rows are cut: where more are short, a program has left out what is empty at the end. */
export const damages: fc.Arbitrary<Damage[]> = fc
  .array(
    fc.oneof(
      fc.record({
        kind: fc.constant('furniture' as const),
        text: furniture,
        at: fc.nat(20),
        column: fc.nat(3),
      }),
      fc.record({ kind: fc.constant('header' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('blank' as const), at: fc.nat(20), count: fc.nat(4) }),
      fc.record({ kind: fc.constant('cut' as const), at: fc.nat(20), keep: fc.nat(60) }),
      fc.record({ kind: fc.constant('stray' as const), at: fc.nat(20), cell: fc.nat(10) }),
      fc.record({ kind: fc.constant('quote' as const), at: fc.nat(20), cell: fc.nat(10) }),
    ),
    { maxLength: 6 },
  )
  .filter((done) => done.filter(({ kind }) => kind === 'cut').length < 3)

/** The list as it comes out of a printer, a spreadsheet and a cut connection. */
export function damaged(list: GeneratedList, done: readonly Damage[]): string[] {
  const lines = [...list.lines]
  for (const damage of done) {
    const at = 1 + (damage.at % lines.length)
    if (damage.kind === 'furniture') lines.splice(at, 0, furnitureRow(list, damage))
    else if (damage.kind === 'header') lines.splice(at, 0, list.lines[0] ?? '')
    else if (damage.kind === 'blank') lines.splice(at, 0, ...blankLines(list, damage.count))
    else if (list.lines.indexOf(lines[at] ?? '') > 0)
      lines[at] = hurt(lines[at] ?? '', damage, list)
  }
  return lines
}

function furnitureRow(
  { columns, separator }: GeneratedList,
  { text, column }: Extract<Damage, { kind: 'furniture' }>,
): string {
  return columns.map((_, place) => (place === column ? text : '')).join(separator)
}

function blankLines({ columns, separator }: GeneratedList, count: number): string[] {
  return Array.from({ length: count }, (_, place) =>
    place % 2 === 0 ? '' : separator.repeat(columns.length - 1),
  )
}

function hurt(
  line: string,
  damage: Extract<Damage, { kind: 'cut' | 'stray' | 'quote' }>,
  { separator, columns }: GeneratedList,
): string {
  // Whoever lost the end of her last cell alone looks whole.
  const last = line.lastIndexOf(separator)
  if (damage.kind === 'cut') return line.slice(0, Math.min(damage.keep, last))
  const cells = line.split(separator)
  const cell = damage.cell % cells.length
  if (damage.kind === 'quote') return cells.with(cell, `"${cells[cell] ?? ''}`).join(separator)
  // A separator too much, and one too few at the end: as many cells as before. Behind the birth date a remark may have
  // become an allergy, and no form shows it.
  const place = damage.cell % (columns.indexOf('Født') + 1)
  const shifted = cells.toSpliced(place, 0, '')
  return (shifted.at(-1) === '' ? shifted.slice(0, -1) : shifted).join(separator)
}
