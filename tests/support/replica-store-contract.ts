import { expect, test } from 'vitest'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import {
  aBuild,
  aDelta,
  aDocument,
  at,
  build,
  change,
  critical,
  headOver,
  inBuckets,
  rootOfDocuments,
  type StoreOfEmployee,
  unsignedHead,
  upTo,
} from './build-replica.ts'
import { replicaHeadsContract } from './replica-heads-contract.ts'

/** A store, and what the screens read of it: the verified documents, in any order; null for no replica. */
export type OpenedStore = StoreOfEmployee & {
  read(stream: StreamId): Promise<StreamDocument[] | null>
}

function byId(documents: readonly StreamDocument[] | null): StreamDocument[] | null {
  return documents?.toSorted((a, b) => (a.docId < b.docId ? -1 : 1)) ?? null
}

const whole = { stream: critical, session: 'first', buckets: 4, from: 0, next: 4 }

/** What every implementation of `ReplicaStore` keeps. */
export function replicaStoreContract(open: () => Promise<OpenedStore>): void {
  test('an empty device has no replica and nothing staged', async () => {
    const { store } = await open()

    expect(await store.listReplicas()).toEqual([])
    expect(await store.findReplica(critical)).toBeNull()
    expect(await store.findStaging(critical)).toBeNull()
    expect(await store.listStagedStreams()).toEqual([])
    expect(await store.findHighestHead(critical)).toBeNull()
  })

  test('what is staged is not shown before it is committed', async () => {
    const { store, read, me } = await open()
    const documents = [await aDocument('a', 1), await aDocument('b', 2)]
    await store.beginStaging(aBuild(), [me])

    const staged = await store.stageBuckets({ ...whole, documents, head: unsignedHead(2) })

    expect(staged).toBe('staged')
    expect(await read(critical)).toBeNull()
    expect(await store.findReplica(critical)).toBeNull()
    expect(await store.findHighestHead(critical)).toBeNull()
    expect(await store.listStagedStreams()).toEqual([critical])
    expect(await store.findStaging(critical)).toEqual({
      ...aBuild(),
      base: 2,
      at: at(2),
      layout: { buckets: 4, next: 4 },
    })
  })

  test('a commit shows all of it, with its signed head, and ends the staging', async () => {
    const opened = await open()
    const { store, read } = opened
    const documents = [await aDocument('a', 1), await aDocument('b', 2)]

    const head = await build(opened, documents)

    expect(byId(await read(critical))).toEqual(documents)
    expect(await store.findReplica(critical)).toMatchObject({ stream: critical, rev: 1, head })
    expect(await store.findHighestHead(critical)).toEqual(head)
    expect(await store.findStaging(critical)).toBeNull()
  })

  test('a build goes on bucket by bucket, whatever comes in between', async () => {
    const { store, read, server, me } = await open()
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const documents = await Promise.all(ids.map((id, index) => aDocument(id, index + 1)))
    const parts = [
      { buckets: 4, from: 0, next: 1 },
      { buckets: 4, from: 1, next: 3 },
      { buckets: 4, from: 3, next: 4 },
    ]
    await store.beginStaging(aBuild(), [me])
    const roots = []
    for (const part of parts) {
      roots.push(await store.stagedRoot({ stream: critical, session: 'first', at: at(8) }))
      const staged = { stream: critical, session: 'first', ...part, head: unsignedHead(8) }
      await store.stageBuckets({ ...staged, documents: await inBuckets(documents, part) })
    }
    const root = await store.stagedRoot({ stream: critical, session: 'first', at: at(8) })
    const head = await headOver(documents, server)
    await store.commitStaging({ stream: critical, session: 'first', head })

    expect(roots).toEqual([null, null, null])
    expect(root).toEqual(await rootOfDocuments(documents))
    expect(byId(await read(critical))).toEqual(documents)
  })

  test('changes after the first answer of a build are part of it', async () => {
    const { store, read, server, me } = await open()
    const staged = { stream: critical, session: 'first' }
    const kept = await aDocument('a', 1)
    const documents = [kept, await aDocument('b', 2), await aDocument('c', 3)]
    const changes = [await aDocument('b', 4, { name: 'Ny adresse' }), await aDocument('c', 5, null)]
    const added = await aDocument('d', 6)
    const live = [kept, ...changes.slice(0, 1), added]
    await store.beginStaging(aBuild(), [me])
    await store.stageBuckets({ ...whole, documents, head: unsignedHead(3) })
    await store.stagePage({ ...staged, after: 3, documents: changes, ...upTo(5) })
    await store.stagePage({ ...staged, after: 5, documents: [added], ...upTo(6) })

    const root = await store.stagedRoot({ ...staged, at: at(6) })
    const head = await headOver(live, server)
    const committed = await store.commitStaging({ ...staged, head })

    expect(root).toEqual(await rootOfDocuments(live))
    expect(committed).toBe('committed')
    expect(byId(await read(critical))).toEqual(live)
  })

  test('count and root are known before the commit', async () => {
    const { store, me } = await open()
    const documents = [await aDocument('a', 1), await aDocument('b', 2)]
    await store.beginStaging(aBuild(), [me])
    await store.stageBuckets({ ...whole, documents, head: unsignedHead(2) })

    const staged = { stream: critical, session: 'first' }

    expect(await store.stagedRoot({ ...staged, at: at(2) })).toEqual(
      await rootOfDocuments(documents),
    )
    expect(await store.stagedRoot({ ...staged, at: at(1) })).toBeNull()
    expect(await store.stagedRoot({ ...staged, session: 'other', at: at(2) })).toBeNull()
  })

  test('a stream without documents is a replica, not a missing one', async () => {
    const opened = await open()

    const head = await build(opened, [])

    expect(await opened.read(critical)).toEqual([])
    expect(await opened.store.findReplica(critical)).toMatchObject({ head })
  })

  test('a delta adds, changes and removes', async () => {
    const opened = await open()
    const { store, read, server, me } = opened
    const kept = await aDocument('a', 1)
    await build(opened, [kept, await aDocument('b', 2), await aDocument('c', 3)])
    const changed = await aDocument('b', 4, { name: 'Ny adresse' })
    const removed = await aDocument('c', 5, null)
    const added = await aDocument('d', 6)
    const live = [kept, changed, added]
    await store.beginStaging(aDelta('second', 1, at(3)), [me])
    const page = { stream: critical, session: 'second', after: 3 }
    await store.stagePage({ ...page, documents: [changed, removed, added], ...upTo(6) })

    const root = await store.stagedRoot({ ...page, at: at(6) })
    const head = await headOver(live, server)
    const committed = await store.commitStaging({ ...page, head })

    expect(root).toEqual(await rootOfDocuments(live))
    expect(committed).toBe('committed')
    expect(byId(await read(critical))).toEqual(live)
    expect(await store.findReplica(critical)).toMatchObject({ rev: 2, head })
    expect(await store.findHighestHead(critical)).toEqual(head)
  })

  test('one delta after the other', async () => {
    const opened = await open()
    const [a, b, c] = [await aDocument('a', 1), await aDocument('b', 2), await aDocument('c', 3)]
    await build(opened, [a])

    await change(opened, [b], [a, b], 'second')
    await change(opened, [c], [a, b, c], 'third')

    expect(byId(await opened.read(critical))).toEqual([a, b, c])
  })

  test('of a document that comes twice, the later version counts', async () => {
    const { store, read, server, me } = await open()
    const page = { stream: critical, session: 'first' }
    const last = await aDocument('a', 3, { name: 'Sist' })
    await store.beginStaging(aBuild(), [me])
    await store.stageBuckets({
      ...whole,
      documents: [await aDocument('a', 1)],
      head: unsignedHead(1),
    })
    const tombstone = await aDocument('b', 2, null)
    await store.stagePage({ ...page, after: 1, documents: [tombstone, last], ...upTo(3) })

    const head = await headOver([last], server)
    await store.commitStaging({ ...page, head })

    expect(await read(critical)).toEqual([last])
  })

  test('a part that comes late, twice, too soon or to another session is dropped', async () => {
    const { store, me } = await open()
    const other = StreamId.parse('demo/real/nord-2/critical')
    const documents = [await aDocument('a', 1)]
    const page = { stream: critical, session: 'first', after: 1, documents, ...upTo(2) }
    const part = { ...whole, documents: [], head: unsignedHead(1) }
    await store.beginStaging(aBuild(), [me])
    const before = [
      await store.stagePage({ ...page, after: 0 }),
      await store.stageBuckets({ ...part, from: 1 }),
      await store.stageBuckets({ ...part, session: 'other' }),
      await store.stageBuckets({ ...part, stream: other }),
    ]
    await store.stageBuckets({ ...part, next: 2 })
    const between = [
      await store.stageBuckets({ ...part, next: 2 }),
      await store.stageBuckets({ ...part, buckets: 8, from: 2, next: 8 }),
      await store.stagePage(page),
    ]
    await store.stageBuckets({ ...part, from: 2 })
    await store.stagePage(page)

    const after = [
      await store.stageBuckets({ ...part, from: 2 }),
      await store.stagePage(page),
      await store.stagePage({ ...page, after: 7, ...upTo(8) }),
      await store.stagePage({ ...page, session: 'other', after: 2, ...upTo(3) }),
      await store.stagePage({ ...page, stream: other }),
    ]

    const all = [...before, ...between, ...after]
    expect(all).toEqual(all.map(() => 'stale'))
    expect(await store.findStaging(critical)).toMatchObject({ base: 1, at: at(2) })
  })

  test('a new staging throws away the one before', async () => {
    const opened = await open()
    const { store, read, me } = opened
    await store.beginStaging(aBuild('first'), [me])
    await store.stageBuckets({
      ...whole,
      documents: [await aDocument('old', 1)],
      head: unsignedHead(1),
    })

    await build(opened, [await aDocument('new', 1)], { session: 'second' })

    expect(await read(critical)).toEqual([await aDocument('new', 1)])
  })

  test('a commit that is not what the server signed changes nothing', async () => {
    const opened = await open()
    const { store, read, server, me } = opened
    const shown = [await aDocument('a', 1)]
    await build(opened, shown)
    const added = await aDocument('b', 2)
    const page = { stream: critical, after: 1, documents: [added], ...upTo(2) }
    const head = await headOver([...shown, added], server)
    await store.beginStaging(aDelta('second', 7, at(1)), [me])
    await store.stagePage({ ...page, session: 'second' })
    const first = [
      await store.commitStaging({ stream: critical, session: 'other', head }),
      await store.commitStaging({ stream: critical, session: 'second', head }),
    ]
    await store.beginStaging(aDelta('third', 1, at(1)), [me])
    await store.stagePage({ ...page, session: 'third' })

    const second = [
      await store.commitStaging({
        stream: critical,
        session: 'third',
        head: await headOver([...shown, added], server, { seq: 3 }),
      }),
      await store.commitStaging({
        stream: critical,
        session: 'third',
        head: await headOver([added], server),
      }),
    ]

    expect([...first, ...second]).toEqual(['lost', 'lost', 'lost', 'lost'])
    expect(await read(critical)).toEqual(shown)
  })

  replicaHeadsContract(open)
}
