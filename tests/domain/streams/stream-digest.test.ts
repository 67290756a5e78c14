import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentMark, emptyDigest, minusMark, plusMark } from '#domain/streams/stream-digest.ts'
import { nodeHasher } from '../../support/node-hasher.ts'

const marks = fc.array(fc.stringMatching(/^[0-9a-f]{32}$/), { maxLength: 20 })

test('the order in which documents are counted does not matter', () => {
  fc.assert(
    fc.property(marks, (all) => {
      expect(all.reduce(plusMark, emptyDigest)).toEqual(
        all.toReversed().reduce(plusMark, emptyDigest),
      )
    }),
  )
})

test('what was added and taken away again leaves nothing', () => {
  fc.assert(
    fc.property(marks, (all) => {
      expect(all.reduce(minusMark, all.reduce(plusMark, emptyDigest))).toEqual(emptyDigest)
    }),
  )
})

test('two versions of one document have different marks', async () => {
  const bodyHash = 'a'.repeat(64)

  const first = await documentMark({ docId: 'd', seq: 1, bodyHash }, nodeHasher)
  const second = await documentMark({ docId: 'd', seq: 2, bodyHash }, nodeHasher)

  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(second).not.toBe(first)
})
