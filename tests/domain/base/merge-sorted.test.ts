import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeSorted } from '#domain/base/merge-sorted.ts'

const byNumber = (a: number, b: number) => a - b

test('two sorted arrays become the sorted array of both', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (a, b) => {
      const merged = mergeSorted(a.toSorted(byNumber), b.toSorted(byNumber), byNumber)

      expect(merged).toEqual([...a, ...b].toSorted(byNumber))
    }),
  )
})
