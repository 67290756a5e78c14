import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '#server/import/file/decode-text.ts'
import { readDelimited } from '#server/import/file/read-delimited.ts'
import type { Separator } from '#domain/roster/list-format.ts'
import { windows1252Bytes } from '../../../support/a-list.ts'

function cellsOf(text: string, separator: Separator = ';'): string[][] {
  return readDelimited(text, { separator }).map(({ cells }) => cells)
}

describe('lines', () => {
  test('LF, CRLF and bare CR end a line, also in one file', () => {
    const rows = readDelimited('a;b\r\nc;d\re;f\ng;h', { separator: ';' })

    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ['a', 'b']],
      [2, ['c', 'd']],
      [3, ['e', 'f']],
      [4, ['g', 'h']],
    ])
  })

  test('a line break within quotes counts as a physical line', () => {
    const rows = readDelimited('a;"b\r\nc"\r\nd;e', { separator: ';' })

    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ['a', 'b\r\nc']],
      [3, ['d', 'e']],
    ])
  })
})

describe('quotes', () => {
  test('a quote that nobody closed swallows no further row', () => {
    expect(cellsOf('x;"Veien 2\ny;Gate 3\nz;Gate 4')).toEqual([
      ['x', 'Veien 2'],
      ['y', 'Gate 3'],
      ['z', 'Gate 4'],
    ])
  })

  test('a stray quote is not closed by the next row’s own', () => {
    expect(cellsOf('x;"Veien 2\ny;"Gate 3"\nz;Gate 4')).toEqual([
      ['x', 'Veien 2'],
      ['y', 'Gate 3'],
      ['z', 'Gate 4'],
    ])
  })

  test('quotes within a quoted cell are kept, doubled or not', () => {
    expect(cellsOf('"Olsen ""Ola"" Hansen";"Per "Pus" Lie"')).toEqual([
      ['Olsen "Ola" Hansen', 'Per "Pus" Lie'],
    ])
  })

  test('a number written as a formula to keep its zero is that number', () => {
    expect(cellsOf('="01914796756";=1+2')).toEqual([['01914796756', '=1+2']])
  })

  test('a file of nothing but quotes is read in a moment', () => {
    expect(readDelimited('"a\n'.repeat(100_000), { separator: ';' })).toHaveLength(100_000)
  })
})

const letters = fc.constantFrom(...Array.from('abÆØÅæøåšŽé "=;,\t\n|'))
const cell = fc
  .string({ unit: letters, maxLength: 12 })
  .filter((text) => !/^\s*="[\d +]*"\s*$/.test(text))
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), {
  minLength: 1,
  maxLength: 8,
})
const encodings = {
  'utf-8': (text: string) => new TextEncoder().encode(text),
  'utf-8-bom': (text: string) => new TextEncoder().encode(`\ufeff${text}`),
  'windows-1252': windows1252Bytes,
}

/**
 * «Æš» in Windows-1252 is the same two bytes as «ƚ» in UTF-8. One such pair among many letters misleads nobody, but in a
 * table of three letters no reader can know which was meant.
 */
const happensToBeUtf8 = /[ÆØÅ][šŽ]|[æåé][šŽ]{2}/

test('any table, in any encoding, separator and line end, reads back as it was written', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(';' as const, ',' as const, '\t' as const),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom('utf-8' as const, 'utf-8-bom' as const, 'windows-1252' as const),
      (rows, separator, lineEnd, encoding) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator))
          .join(lineEnd)

        fc.pre(encoding !== 'windows-1252' || !happensToBeUtf8.test(text))

        const decoded = decodeText(encodings[encoding](text))

        const read = decoded.ok ? cellsOf(decoded.value.text, separator) : decoded
        expect(read).toEqual(rows)
      },
    ),
  )
})
