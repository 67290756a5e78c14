import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { isSameJson } from '#domain/base/same-json.ts'

const keys = fc.constantFrom('a', 'b', '1')
const leaf = fc.constantFrom(null, undefined, true, 0, 1, '', '0')
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.array(
      leaf.map((item) => item ?? null),
      { maxLength: 2 },
    ),
    fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
  ),
}))

/** An object, because a text has none for undefined alone. */
const json = fc.dictionary(keys, value, { maxKeys: 3 })

test('two values are the same where their canonical texts are', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other))
    }),
    { numRuns: 2_000 },
  )
})

test('the order of members is no difference, and that of items is one', () => {
  expect(isSameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1, c: undefined })).toBe(true)
  expect(isSameJson({ b: [1, 2] }, { b: [2, 1] })).toBe(false)
})
