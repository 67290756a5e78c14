import { expect, test } from 'vitest'
import { findPattern } from '#domain/forms/expressions/safe-pattern.ts'

test('a pattern is asked of the whole answer', () => {
  const isMatch = findPattern('[0-9]{4}')

  expect(isMatch?.('3230')).toBe(true)
  expect(isMatch?.('3230 Sandefjord')).toBe(false)
})

test.each([
  String.raw`^[æøåÆØÅa-zA-Z0-9,.!?@()+\-/* ]*$`,
  String.raw`^[\x00-\x7F\xA0-\xFF]+$`,
  String.raw`^(?:[^\s@]+)@([^\s@]+)\.no$`,
])('Helsenorge’s «%s» is used', (source) => {
  expect(findPattern(source)).not.toBeNull()
})

test.each([
  ['a repetition of a repetition', '(a+)+b'],
  ['a repetition of a choice', '(a|aa)*b'],
  ['a repetition deep within one', '((x|y)z+)*'],
  ['a bounded repetition of one', '(a+){3}'],
  ['many open repetitions', 'a*a*a*a*b'],
  ['a long bounded repetition counts as open', 'a{1,999}a{1,999}a{1,999}a{1,999}'],
  ['a look ahead', '(?=a+)b'],
  ['a look back at a group', String.raw`(a)\1`],
  ['what is no pattern', '[a'],
])('%s is not used', (_why, source) => {
  expect(findPattern(source)).toBeNull()
})

test('the slowest text for a pattern that is used takes no time to speak of', () => {
  const isMatch = findPattern('a*a*a*b')
  const started = performance.now()

  isMatch?.('a'.repeat(300))
  isMatch?.('a'.repeat(100_000))

  expect(performance.now() - started).toBeLessThan(2_000)
})
