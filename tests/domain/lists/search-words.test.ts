import { expect, test } from 'vitest'
import { isWithinTypos, searchWords, maxTypos } from '#domain/lists/search-words.ts'

test('words are folded, and marks part them', () => {
  expect(searchWords('Østby-Lie, «Åse» (2. etg.)')).toEqual(['ostby', 'lie', 'ase', '2', 'etg'])
})

test.each([
  ['haugen', 'haugn', 1, true],
  ['haugen', 'haugan', 1, true],
  ['haugen', 'hauggen', 1, true],
  ['haugen', 'hagn', 1, false],
  ['haugen', 'hagn', 2, true],
  ['', 'ab', 1, false],
])('«%s» and «%s» within %i slips: %s', (a, b, slips, within) => {
  expect(isWithinTypos(a, b, slips)).toBe(within)
  expect(isWithinTypos(b, a, slips)).toBe(within)
})

test('short words and numbers are taken as they are typed', () => {
  expect(['moen', '90012', 'moene', 'solbakken'].map(maxTypos)).toEqual([0, 0, 1, 2])
})
