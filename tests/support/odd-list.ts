import * as fc from 'fast-check'

/** A cell as somebody wrote it, and what it must be read as. */
export type OddCell<Meaning> = { text: string; means: Meaning }

export type OddCells = Record<string, OddCell<unknown>>
type Arbitraries<Meanings extends OddCells> = {
  [Heading in keyof Meanings]: fc.Arbitrary<Meanings[Heading]>
}

export type OddPerson<Meanings extends OddCells> = {
  /** «Bruker» and her number in letters: no two alike. */
  family: string
  cells: Meanings
  /** Whether her row breaks off, so that she cannot be read. */
  isTorn: boolean
  line: number
}

export type OddList<Meanings extends OddCells> = {
  lines: string[]
  people: OddPerson<Meanings>[]
}

/** How the row of a person is followed. */
const below = fc.constantFrom('nothing', 'nothing', 'nothing', 'blank', 'header', 'footer')

/**
 * A list in any order of columns, in which every person has odd cells of her own; rows break off, and blank lines, page
 * footers and repeated headers stand between them. Fewer than three rows are torn: more would be a program that leaves
 * out what is empty at the end.
 */
export function oddList<Meanings extends OddCells>(
  cells: Arbitraries<Meanings>,
  titles: Readonly<Record<string, fc.Arbitrary<string>>> = {},
): fc.Arbitrary<OddList<Meanings>> {
  const headings = Object.keys(cells)
  const person = fc.record({ cells: fc.record(cells), below, tear: fc.nat() })
  return fc
    .record({
      columns: fc.shuffledSubarray(['Navn', 'Født', ...headings], {
        minLength: headings.length + 2,
      }),
      titles: fc.record<Record<string, string>>(
        Object.fromEntries(
          headings.map((heading) => [heading, titles[heading] ?? fc.constant(heading)]),
        ),
      ),
      separator: fc.constantFrom('\t', '|'),
      people: fc.array(person, { minLength: 1, maxLength: 8 }),
      torn: fc.uniqueArray(fc.nat(7), { maxLength: 2 }),
    })
    .map(({ columns, titles: titleOf, separator, people, torn }) => {
      const header = columns.map((column) => titleOf[column] ?? column).join(separator)
      const list: OddList<Meanings> = { lines: [header], people: [] }
      for (const [number, one] of people.entries()) {
        const family = `Bruker${letters(number)}`
        const row = columns.map((column) => {
          if (column === 'Navn') return `${family}, Prøve`
          if (column === 'Født') return `${String(10 + number)}.03.1940`
          return one.cells[column]?.text ?? ''
        })
        const isTorn = torn.includes(number)
        const kept = isTorn ? row.slice(0, 1 + (one.tear % (row.length - 1))) : row
        // A row whose every kept cell is empty is a blank line.
        const isBlank = kept.every((cell) => cell === '')
        list.lines.push(kept.join(separator))
        if (!isBlank) {
          list.people.push({ family, cells: one.cells, isTorn, line: list.lines.length })
        }
        if (one.below === 'blank') list.lines.push('', separator.repeat(columns.length - 1))
        if (one.below === 'header') list.lines.push(header)
        if (one.below === 'footer') {
          list.lines.push(['Side 2 av 9', ...columns.slice(1).map(() => '')].join(separator))
        }
      }
      // A file that ends without a line end may be cut in its last cell.
      list.lines.push('')
      return list
    })
}

function letters(number: number): string {
  return Array.from(String(number), (digit) => 'abcdefghij'[Number(digit)]).join('')
}

/** Cells that are written in one of these ways, each with what it means. */
export function written<Meaning>(
  ways: readonly (readonly [text: string, means: Meaning])[],
): fc.Arbitrary<OddCell<Meaning>> {
  return fc.constantFrom(...ways).map(([text, means]) => ({ text, means }))
}
