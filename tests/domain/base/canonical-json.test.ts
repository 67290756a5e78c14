import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#domain/base/canonical-json.ts'

test('members are sorted by code unit and nothing stands between them', () => {
  const text = canonicalJson({ b: [1, { d: null, c: 'Åse' }], a: true })

  expect(text).toBe('{"a":true,"b":[1,{"c":"Åse","d":null}]}')
})

test('a member that is undefined is left out', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
})

test('keys that look like numbers are sorted as text too, however deep they lie', () => {
  const text = canonicalJson({ b: [{ a: 1, 9: 2, 10: 3 }], a: 4 })

  expect(text).toBe('{"a":4,"b":[{"10":3,"9":2,"a":1}]}')
})

test('a member named __proto__ is a member', () => {
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}')
})

test('what JSON has no form for is a fault, in a list too', () => {
  expect(() => canonicalJson([undefined])).toThrow('A undefined has no JSON form')
  expect(() => canonicalJson({ a: 1n })).toThrow('A bigint has no JSON form')
})

test('a number without a JSON form is a fault', () => {
  expect(() => canonicalJson({ a: Number.NaN })).toThrow('without a JSON form')
})

test('what lies in order already is written as what does not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const ordered: unknown = JSON.parse(canonicalJson(value))

      expect(canonicalJson({ z: ordered, a: 1 })).toBe(`{"a":1,"z":${canonicalJson(ordered)}}`)
    }),
  )
})

test('an own way to JSON is not asked', () => {
  expect(canonicalJson({ a: 1, toJSON: 'text' })).toBe('{"a":1,"toJSON":"text"}')
  expect(canonicalJson({ at: new Date(0) })).toBe('{"at":{}}')
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
