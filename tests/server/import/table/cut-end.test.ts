import { expect, test } from 'vitest'
import { readBytes } from '../../../support/a-list.ts'

const header = 'Løpenr;Navn;Født;'

/** What is said of the end of a file whose last column has these cells. */
function toldOf(heading: string, cells: readonly string[], end = '') {
  const rows = cells.map((cell, place) => `${place + 1};Hansen${place}, Kari;01.02.1940;${cell}`)
  const text = [header + heading, ...rows].join('\n') + end
  const { people, warnings } = readBytes(new TextEncoder().encode(text))
  expect(people).toHaveLength(cells.length)
  return warnings.flatMap(({ line, warning }) =>
    warning.kind === 'unclearValue' && warning.because === 'maybeCut'
      ? [`${line} ${warning.heading}: ${warning.value}`]
      : [],
  )
}

test.each([
  ['fewer digits than all others', 'Telefon', ['90000501', '90000502', '90000503', '9000']],
  ['the beginning of another value', 'Sone', ['Nord 1', 'Nord 2', 'Nord 1', 'Nor']],
  ['nothing, where all others have something', 'Sone', ['Nord 1', 'Nord 1', 'Nord 1', '']],
  ['a comma, after which more is to come', 'CAVE', ['Latex', 'Nøtter, melk', 'Penicillin,']],
  ['a quote that nothing closes', 'CAVE', ['"Latex"', '"Nøtter"', '"Penicillin og']],
])('a file that ends with %s is told of, and nobody is lost', (_what, heading, cells) => {
  expect(toldOf(heading, cells)).toHaveLength(1)
})

test.each([
  ['a line break', 'Sone', ['Nord 1', 'Nord 2', 'Nord 1', 'Nor'], '\r\n'],
  ['a whole value', 'Sone', ['Nord 1', 'Nord 2', 'Nord 1', 'Nord 2'], ''],
  ['a whole number', 'Telefon', ['90000501', '90000502', '90000503', '90000504'], ''],
  ['an empty cell among others', 'CAVE', ['Latex', '', 'Nøtter', ''], ''],
  ['a text like no other', 'CAVE', ['Latex', 'Nøtter', 'Melk', 'Egg'], ''],
])('a file that ends with %s is whole', (_what, heading, cells, end) => {
  expect(toldOf(heading, cells, end)).toEqual([])
})
