import { expect, test } from 'vitest'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import {
  aBuild,
  aDocument,
  build,
  critical,
  headOver,
  type StoreOfEmployee,
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
}
