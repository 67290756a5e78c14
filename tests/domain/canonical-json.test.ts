import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#domain/canonical-json.ts'

test('members are sorted by code unit and nothing stands between them', () => {
  const text = canonicalJson({ b: [1, { d: null, c: 'Åse' }], a: true })

  expect(text).toBe('{"a":true,"b":[1,{"c":"Åse","d":null}]}')
})

test('a member that is undefined is left out', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
})

test('a number without a JSON form is a fault', () => {
  expect(() => canonicalJson({ a: Number.NaN })).toThrow('without a JSON form')
})

test('every JSON value comes back unchanged, whatever the order of its members', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const again: unknown = JSON.parse(canonicalJson(value))

      expect(canonicalJson(again)).toBe(canonicalJson(value))
      expect(again).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
