import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DocumentMark,
  byLeaf,
  emptyLeaves,
  leafHash,
  leafOf,
  rootOf,
  withLeaves,
} from '#domain/streams/stream-root.ts'
import { emptyState } from '#server/streams/stream-store.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { leavesOf } from '../../support/leaves-of.ts'

const aMark = fc.record({
  docId: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
  seq: fc.integer({ min: 1, max: 1e6 }),
  schema: fc.constantFrom('patient@1', 'patient@2', 'note@1'),
  bodyHash: fc.stringMatching(/^[0-9a-f]{64}$/),
})
const someMarks = fc.uniqueArray(aMark, {
  selector: ({ docId }) => docId,
  minLength: 1,
  maxLength: 40,
})

function aFixedMark(docId: string, digit: string, seq = 1): DocumentMark {
  return { docId, seq, schema: 'patient@1', bodyHash: digit.repeat(64) }
}

async function rootOfMarks(marks: readonly DocumentMark[]): Promise<string> {
  return await rootOf(await leavesOf(marks, nodeHasher), nodeHasher)
}

test('the order of the documents does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(someMarks, async (marks) => {
      expect(await rootOfMarks(marks.toReversed())).toBe(await rootOfMarks(marks))
    }),
  )
})

test.each<[string, (mark: DocumentMark) => DocumentMark]>([
  ['another id', (mark) => ({ ...mark, docId: `${mark.docId}x` })],
  ['another seq', (mark) => ({ ...mark, seq: mark.seq + 1 })],
  ['another schema', (mark) => ({ ...mark, schema: 'patient@3' })],
  ['another body', (mark) => ({ ...mark, bodyHash: mark.bodyHash.replace(/^./, 'g') })],
])('%s of a single document gives another root', async (_, change) => {
  await fc.assert(
    fc.asyncProperty(someMarks, fc.nat(), async (marks, pick) => {
      const at = pick % marks.length
      const changed = marks.map((mark, index) => (index === at ? change(mark) : mark))

      expect(await rootOfMarks(changed)).not.toBe(await rootOfMarks(marks))
    }),
  )
})

test('a document that is missing, or there twice, gives another root', async () => {
  await fc.assert(
    fc.asyncProperty(someMarks, async (marks) => {
      const root = await rootOfMarks(marks)

      expect(await rootOfMarks(marks.slice(1))).not.toBe(root)
      expect(await rootOfMarks([...marks, ...marks.slice(0, 1)])).not.toBe(root)
    }),
  )
})

test('documents that exchange their ids, or move to another leaf, give another root', async () => {
  const marks = [aFixedMark('a', '1'), aFixedMark('b', '2')]
  const leaves = await leavesOf(marks, nodeHasher)
  const from = await leafOf('a', nodeHasher)
  const to = (from + 1) % 256
  const moved = withLeaves(
    leaves,
    new Map([
      [from, await leafHash([], nodeHasher)],
      [to, await leafHash([aFixedMark('a', '1')], nodeHasher)],
    ]),
  )

  expect(await rootOfMarks([aFixedMark('a', '2'), aFixedMark('b', '1')])).not.toBe(
    await rootOfMarks(marks),
  )
  expect(await rootOf(moved, nodeHasher)).not.toBe(await rootOf(leaves, nodeHasher))
})

test('replacing the leaves of changed documents gives the leaves of all documents', async () => {
  await fc.assert(
    fc.asyncProperty(someMarks, someMarks, async (before, written) => {
      const all = new Map([...before, ...written].map((mark) => [mark.docId, mark]))
      const touched = await byLeaf(written, nodeHasher)
      const changed = new Map<number, Uint8Array<ArrayBuffer>>()
      for (const [leaf, marks] of await byLeaf(all.values(), nodeHasher)) {
        if (touched.has(leaf)) changed.set(leaf, await leafHash(marks, nodeHasher))
      }

      expect(withLeaves(await leavesOf(before, nodeHasher), changed)).toEqual(
        await leavesOf(all.values(), nodeHasher),
      )
    }),
  )
})

test('the root of an empty stream is what the server begins with', async () => {
  expect(await rootOf(emptyLeaves(), nodeHasher)).toBe(emptyState.root)
})

test('two documents have this root for ever', async () => {
  expect(
    await rootOfMarks([aFixedMark('a', 'a', 1), aFixedMark('b', 'a', 2)]),
  ).toMatchInlineSnapshot(`"a19ef4c565a09ca5b2b5509cb996ea499226309195c28433ddad04a41159e6b9"`)
})
