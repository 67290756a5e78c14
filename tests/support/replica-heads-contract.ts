import { expect, test } from 'vitest'
import { emptyCheckpoint, type StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import {
  aBuild,
  aDelta,
  aDocument,
  at,
  build,
  critical,
  headOver,
  type StoreOfEmployee,
  unsignedHead,
  upTo,
} from './build-replica.ts'
import { noon } from './test-vault.ts'

type OpenedStore = StoreOfEmployee & {
  read(stream: StreamId): Promise<StreamDocument[] | null>
}

/** What every implementation of `ReplicaStore` keeps of heads and of who has a stream. */
export function replicaHeadsContract(open: () => Promise<OpenedStore>): void {
  test('a newer head of the same content moves the time, and only of the rev it was confirmed for', async () => {
    const opened = await open()
    const { store, server } = opened
    const documents = [await aDocument('a', 1)]
    const first = await build(opened, documents)
    const later = await headOver(documents, server, { time: plusMinutes(noon, 30) })
    const another = await headOver([], server, { seq: 1, time: plusMinutes(noon, 60) })

    await store.confirmHead(critical, 7, later)
    await store.confirmHead(critical, 1, another)
    expect((await store.findReplica(critical))?.head).toEqual(first)
    await store.confirmHead(critical, 1, later)

    expect(await store.findReplica(critical)).toMatchObject({ rev: 1, head: later })
  })

  test('a stream that the server lists for nobody is gone, and the others are not', async () => {
    const opened = await open()
    const { store, read, me } = opened
    const other = StreamId.parse('demo/real/nord-2/critical')
    const third = StreamId.parse('demo/real/nord-3/critical')
    await build(opened, [await aDocument('a', 1)])
    await build(opened, [await aDocument('b', 1)], { stream: other })
    await store.beginStaging(aBuild('third', third), [me])

    const mine = [{ stream: other, holders: [me] }]
    const lost = await store.shareKeys({ mine, colleagues: [] })

    expect(lost.toSorted()).toEqual([critical, third])
    expect(await read(critical)).toBeNull()
    expect(await store.listStagedStreams()).toEqual([])
    expect((await store.listReplicas()).map(({ stream }) => stream)).toEqual([other])
    expect(await read(other)).toEqual([await aDocument('b', 1)])
    expect(await store.shareKeys({ mine, colleagues: [] })).toEqual([])
  })

  test('the highest head stays when the stream goes', async () => {
    const opened = await open()
    const head = await build(opened, [await aDocument('a', 1)])

    await opened.store.shareKeys({ mine: [], colleagues: [] })

    expect(await opened.store.findReplica(critical)).toBeNull()
    expect(await opened.store.findHighestHead(critical)).toEqual(head)
  })

  test('after a reset the head that it named is no longer the highest, though it is still shown', async () => {
    const opened = await open()
    const { store, read } = opened
    const named = await build(opened, [await aDocument('a', 1), await aDocument('b', 2)])

    await store.acceptReset(critical, named)

    expect(await store.findHighestHead(critical)).toBeNull()
    expect(await read(critical)).toHaveLength(2)

    const restored = await build(opened, [await aDocument('a', 1)], { session: 'new', epoch: 2 })
    expect(await store.findHighestHead(critical)).toEqual(restored)
  })

  test('a reset that names a lower head leaves a higher one', async () => {
    const opened = await open()
    const { store, server } = opened
    const documents = [await aDocument('a', 1)]
    const lower = await headOver(documents, server)
    const head = await build(opened, [...documents, await aDocument('b', 2)])

    await store.acceptReset(critical, lower)

    expect(await store.findHighestHead(critical)).toEqual(head)
  })

  test('pins are written when it is asked for, whatever was pinned', async () => {
    const opened = await open()
    await opened.store.savePins()
    const head = await build(opened, [await aDocument('a', 1)])

    await opened.store.savePins()

    expect(await opened.store.findHighestHead(critical)).toEqual(head)
  })

  test('a new generation replaces the old one whole', async () => {
    const opened = await open()
    const { store, read } = opened
    await build(opened, [await aDocument('a', 1), await aDocument('b', 2)])
    const before = await store.findReplica(critical)

    await build(opened, [await aDocument('c', 3)], { session: 'second' })

    const after = await store.findReplica(critical)
    expect(await read(critical)).toEqual([await aDocument('c', 3)])
    expect(after?.rev).toBe((before?.rev ?? 0) + 1)
    expect(after?.generation).toBeGreaterThan(before?.generation ?? Infinity)
  })

  test('a discarded staging leaves what is shown', async () => {
    const opened = await open()
    const { store, read, me } = opened
    await build(opened, [await aDocument('a', 1)])
    await store.beginStaging(aDelta('second', 1, at(1)), [me])

    await store.discardStaging(critical)

    expect(await store.findStaging(critical)).toBeNull()
    expect(await read(critical)).toEqual([await aDocument('a', 1)])
  })

  test('a delta on a replica that has moved on has no root', async () => {
    const opened = await open()
    const { store, me } = opened
    await build(opened, [await aDocument('a', 1)])
    const first = await store.findReplica(critical)
    if (first === null) throw new Error('Nothing was built.')
    await build(opened, [await aDocument('b', 2)], { session: 'second' })
    await store.beginStaging(aDelta('third', first.rev, at(2)), [me])
    const documents = [await aDocument('c', 3)]
    await store.stagePage({ stream: critical, session: 'third', after: 2, documents, ...upTo(3) })

    const root = await store.stagedRoot({ stream: critical, session: 'third', at: at(3) })

    expect(root).toBeNull()
  })

  test('a staging keeps the newest head that one of its parts came with, and the next one begins without', async () => {
    const opened = await open()
    const { store, server, me } = opened
    const [fourth, fifth, seventh] = [
      await headOver([], server, { seq: 4 }),
      await headOver([], server, { seq: 5 }),
      await headOver([], server, { seq: 7 }),
    ]
    const newest = async () => (await store.findStaging(critical))?.newest
    const staged = { stream: critical, session: 'first', documents: [] }
    await store.beginStaging(aBuild(), [me])
    const kept = [await newest()]
    for (const part of [
      { from: 0, next: 1, head: fourth },
      { from: 1, next: 2, head: fifth },
      { from: 2, next: 4, head: fourth },
    ]) {
      await store.stageBuckets({ ...staged, buckets: 4, ...part })
      kept.push(await newest())
    }
    await store.stagePage({ ...staged, after: 4, to: at(6), head: seventh })
    kept.push(await newest())

    await store.beginStaging(aBuild('second'), [me])
    kept.push(await newest())

    expect(kept).toEqual([null, fourth, fifth, fifth, seventh, null])
  })

  test('a head that the server did not sign is not the newest of a staging', async () => {
    const opened = await open()
    const { store, me } = opened
    await build(opened, [await aDocument('a', 1)])
    await store.beginStaging(aDelta('second', 1, at(1)), [me])
    const page = { stream: critical, session: 'second', after: 1, documents: [] }

    await store.stagePage({ ...page, to: at(2), head: unsignedHead(7) })

    expect(await store.findStaging(critical)).toMatchObject({ at: at(2), newest: null })
  })

  test('a build begins at nothing, and a delta at the replica', async () => {
    const opened = await open()
    const { store, me } = opened
    await build(opened, [await aDocument('a', 1)])
    await store.beginStaging(aBuild('build'), [me])
    const building = await store.findStaging(critical)
    await store.beginStaging(aDelta('delta', 1, at(1)), [me])

    const changing = await store.findStaging(critical)

    expect(building).toMatchObject({ kind: 'build', at: emptyCheckpoint, layout: null })
    expect(changing).toMatchObject({ kind: 'delta', base: 1, at: at(1), layout: null })
  })
}
