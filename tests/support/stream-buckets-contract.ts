import { expect, test } from 'vitest'
import { type SignedHead, checkpointOf } from '#domain/trust/stream-head.ts'
import {
  type StreamDatabase,
  ask,
  bucketsOf,
  build,
  newStream,
  pageOf,
  pull,
  put,
  rootOfAll,
  write,
} from './ask-streams.ts'

/** The part of the streams' contract that is about builds, in whole buckets. */
export function streamBucketsContract(open: () => Promise<StreamDatabase>): void {
  test('whole buckets travel, of about fifty documents each, and together they are the stream', async () => {
    const db = await open()
    const stream = newStream()
    const ids = Array.from({ length: 450 }, (_, index) => `d${index}`)
    await write(
      db,
      stream,
      ids.map((docId) => put(docId, docId)),
    )
    await write(db, stream, [{ kind: 'delete', docId: 'd7' }])

    const parts = await build(db, stream, 130)

    const documents = parts.flatMap((part) => part.documents)
    expect(parts[0]).toMatchObject({ buckets: 16, from: 0 })
    expect(parts.every((part) => part.documents.length <= 130)).toBe(true)
    expect(parts.map(({ from }) => from).slice(1)).toEqual(
      parts.map(({ next }) => next).slice(0, -1),
    )
    expect(documents).toHaveLength(449)
    expect(parts[0]?.head.head).toMatchObject({ count: 449, root: await rootOfAll(documents) })
    // A part has room for the next bucket, or it would be in it.
    expect(parts.length).toBeLessThan(16)
  })

  test('a bucket larger than the limit travels alone and whole', async () => {
    const db = await open()
    const stream = newStream()
    await write(
      db,
      stream,
      Array.from({ length: 150 }, (_, index) => put(`d${index}`, index)),
    )

    const parts = await build(db, stream, 1)

    expect(parts.map(({ from, next }) => [from, next])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ])
    expect(parts.flatMap(({ documents }) => documents)).toHaveLength(150)
  })

  test('what is written during a build comes as changes after its start', async () => {
    const db = await open()
    const stream = newStream()
    await write(
      db,
      stream,
      Array.from({ length: 150 }, (_, index) => put(`d${index}`, index)),
    )
    const first = bucketsOf(await ask(db, stream, { kind: 'buckets', layout: null }, 1))
    const start = checkpointOf(first.head.head)
    await write(db, stream, [put('d3', 'new'), { kind: 'delete', docId: 'd4' }, put('x', 1)])

    const rest = await build(db, stream, 1, first)
    const { seq } = start
    const changes = pageOf(await pull(db, stream, { base: seq, after: seq, witness: start }))

    const documents = [first, ...rest].flatMap((part) => part.documents)
    const all = [...documents, ...changes.documents]
    expect(await rootOfAll(all)).toBe(changes.head.head.root)
    expect(await rootOfAll(documents)).not.toBe(changes.head.head.root)
  })

  test('a build whose start is not in this history begins anew', async () => {
    const db = await open()
    const stream = newStream()
    await write(db, stream, [put('a', 1)])
    const start = { seq: 1, chain16: 'feedfeedfeedfeed' }

    const layout = { buckets: 2, from: 1, start }
    const answer = await ask(db, stream, { kind: 'buckets', layout }, 10)

    expect(answer).toMatchObject({ kind: 'reset', reason: 'unknownWitness', named: null })
  })

  test('a raised epoch stays, and the writes after it are in it', async () => {
    const db = await open()
    const stream = newStream()
    await write(db, stream, [put('a', 1)])
    await db.transaction(async (streams) => {
      await streams.lockHead(stream)
      await streams.saveEpoch(stream, 5)
    })
    await write(db, stream, [put('b', 1)])

    const { head }: { head: SignedHead } = pageOf(await pull(db, stream))

    expect(head.head).toMatchObject({ epoch: 5, seq: 2, count: 2 })
  })
}
