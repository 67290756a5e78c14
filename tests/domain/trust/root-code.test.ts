import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { KeyId } from '#domain/base/ids.ts'
import { groupsOf, isCodeOf, readRootCode, rootCodeOf } from '#domain/trust/root-code.ts'

const rootOf = (text: string) => KeyId.parse(createHash('sha256').update(text).digest('base64url'))
const root = rootOf('root')

test('the code is the first hundred bits of the thumbprint, in four groups of five', () => {
  // 4813494d137e1631bba301d5a: the beginning of SHA-256 of «root», five bits a character.
  expect(Buffer.from(root, 'base64url').toString('hex').slice(0, 25)).toBe(
    '4813494d137e1631bba301d5a',
  )
  expect(rootCodeOf(root)).toBe('909MJ-K8KFR-B33EX-307AT')
  expect(groupsOf(rootCodeOf(root))).toEqual(['909MJ', 'K8KFR', 'B33EX', '307AT'])
})

test('every bit that the code says makes another code, and none after it', () => {
  const bytes = Buffer.from(root, 'base64url')
  const withBit = (bit: number) => {
    const changed = Buffer.from(bytes)
    const at = bit >> 3
    changed[at] = (changed[at] ?? 0) ^ (0x80 >> (bit & 7))
    return rootCodeOf(KeyId.parse(changed.toString('base64url')))
  }
  const codes = Array.from({ length: 256 }, (_, bit) => withBit(bit))

  expect(codes.findIndex((code) => code === rootCodeOf(root))).toBe(100)
  expect(new Set(codes.slice(0, 100)).size).toBe(100)
})

test.each([
  '909MJ-K8KFR-B33EX-307AT',
  '909mj k8kfr b33ex 307at',
  '  9O9MJK8KFRB33EX3O7AT ',
  '909MJ–K8KFR—B33EX.307AT',
])('«%s» is read as the code', (typed) => {
  expect(readRootCode(typed)).toBe('909MJ-K8KFR-B33EX-307AT')
  expect(isCodeOf(typed, root)).toBe(true)
})

test('I and L are read as 1', () => {
  expect(readRootCode('IL111 00000 00000 00000')).toBe('11111-00000-00000-00000')
})

test.each([
  '',
  '909MJ',
  '909MJ-K8KFR-B33EX-307A',
  '909MJ-K8KFR-B33EX-307AT-0',
  '909MJ-K8KFR-B33EX-307AU',
])('«%s» is no code', (typed) => {
  expect(readRootCode(typed)).toBeNull()
  expect(isCodeOf(typed, root)).toBe(false)
})

test('the code of another root is not this one', () => {
  expect(isCodeOf(rootCodeOf(rootOf('another')), root)).toBe(false)
})
