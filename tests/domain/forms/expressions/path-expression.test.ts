import { expect, test } from 'vitest'
import { calculate, parseCalculation } from '#domain/forms/expressions/path-expression.ts'

const answer = (linkId: string, end = 'answer.value') =>
  `%resource.descendants().where(linkId='${linkId}').${end}`

function result(source: string, numbers: Readonly<Record<string, readonly number[]>> = {}) {
  const calculation = parseCalculation(source)
  if (calculation === null) return 'not read'
  return calculate(calculation, (linkId) => numbers[linkId] ?? [])
}

test.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 - 4 - 3', 3],
  ['12 / 4 / 3', 1],
  ['-2 + 5', 3],
  ['0.1 + 0.2', 0.3],
  ['1 / 0', null],
])('%s is %s', (source, expected) => {
  expect(result(source)).toBe(expected)
})

test('numbers of answers are added, however Helsenorge and SDC write them', () => {
  const numbers = { a: [2], b: [3.5] }

  expect(result(`${answer('a')} + ${answer('b')}`, numbers)).toBe(5.5)
  expect(
    result(
      "QuestionnaireResponse.descendants().where(linkId='a').answer.value.value + QuestionnaireResponse.descendants().where(linkId = 'b').answer.valueDecimal",
      numbers,
    ),
  ).toBe(5.5)
})

test('a sum of which a part is missing is not made, and neither is one of two values', () => {
  expect(result(`${answer('a')} + ${answer('b')}`, { a: [2] })).toBeNull()
  expect(result(answer('a'), { a: [2, 3] })).toBeNull()
  expect(result(answer('a', 'answer.value.sum()'), { a: [2, 3] })).toBe(5)
})

test.each([
  'iif(%age > 5, 1, 2)',
  "%resource.descendants().where(linkId='a').answer.value.where($this > 3)",
  '1 +',
  '(1 + 2',
  '1 2',
  '',
  '2 & 3',
  'today()',
])('«%s» is not read', (source) => {
  expect(result(source)).toBe('not read')
})
