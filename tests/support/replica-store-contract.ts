import { expect, test } from 'vitest'
import { plusMinutes } from '#domain/time/instant.ts'
import { emptyDigest } from '#domain/streams/stream-digest.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import type { ReplicaStore } from '#storage/replica/replica-store.ts'
import { aBuild, aDelta, aDocument, at, build, critical, digestOf } from './build-replica.ts'
import { noon } from './test-vault.ts'

/** What the screens read of a store: the verified documents, in any order; null for no replica. */
export type OpenedStore = {
  store: ReplicaStore
  read(stream: StreamId): Promise<StreamDocument[] | null>
}

function byId(documents: readonly StreamDocument[] | null): StreamDocument[] | null {
  return documents?.toSorted((a, b) => (a.docId < b.docId ? -1 : 1)) ?? null
}

/** What every implementation of `ReplicaStore` keeps. */
export function replicaStoreContract(open: () => Promise<OpenedStore>): void {
  test('an empty device has no replica and nothing staged', async () => {
    const { store } = await open()

    expect(await store.listReplicas()).toEqual([])
    expect(await store.findReplica(critical)).toBeNull()
    expect(await store.findStaging(critical)).toBeNull()
    expect(await store.listStagedStreams()).toEqual([])
  })

  test('what is staged is not shown before it is committed', async () => {
    const { store, read } = await open()
    const documents = [await aDocument('a', 1), await aDocument('b', 2)]
    await store.beginStaging(aBuild())

    const staged = await store.stagePage({
      stream: critical,
      session: 'first',
      after: 0,
      documents,
      to: at(2),
    })

    expect(staged).toBe('staged')
    expect(await read(critical)).toBeNull()
    expect(await store.findReplica(critical)).toBeNull()
    expect(await store.listStagedStreams()).toEqual([critical])
    expect(await store.findStaging(critical)).toEqual({ ...aBuild(), at: at(2) })
  })

  test('a commit shows all of it, with its digest, and ends the staging', async () => {
    const { store, read } = await open()
    const documents = [await aDocument('a', 1), await aDocument('b', 2)]
    const digest = await digestOf(documents)

    await build(store, documents)

    expect(byId(await read(critical))).toEqual(documents)
    expect(await store.findReplica(critical)).toMatchObject({
      stream: critical,
      ...digest,
      checkpoint: at(2),
      verifiedAt: noon,
    })
    expect(await store.findStaging(critical)).toBeNull()
  })

  test('the digest is known before the commit', async () => {
    const { store } = await open()
    const documents = [await aDocument('a', 1), await aDocument('b', 2)]
    await store.beginStaging(aBuild())
    await store.stagePage({ stream: critical, session: 'first', after: 0, documents, to: at(2) })

    const staged = { stream: critical, session: 'first' }

    expect(await store.stagedDigest({ ...staged, at: at(2) })).toEqual(await digestOf(documents))
    expect(await store.stagedDigest({ ...staged, at: at(1) })).toBeNull()
    expect(await store.stagedDigest({ ...staged, session: 'other', at: at(2) })).toBeNull()
  })

  test('a stream without documents is a replica, not a missing one', async () => {
    const { store, read } = await open()

    await build(store, [])

    expect(await read(critical)).toEqual([])
    expect(await store.findReplica(critical)).toMatchObject({ ...emptyDigest })
  })

  test('a delta adds, changes and removes', async () => {
    const { store, read } = await open()
    const kept = await aDocument('a', 1)
    await build(store, [kept, await aDocument('b', 2), await aDocument('c', 3)])
    const changed = await aDocument('b', 4, { name: 'Ny adresse' })
    const removed = await aDocument('c', 5, null)
    const added = await aDocument('d', 6)
    await store.beginStaging(aDelta('second', 1, at(3)))
    const page = { stream: critical, session: 'second', after: 3 }
    await store.stagePage({ ...page, documents: [changed, removed, added], to: at(6) })

    const digest = await store.stagedDigest({ ...page, at: at(6) })
    const committed = await store.commitStaging({ ...page, head: at(6), verifiedAt: noon })

    expect(digest).toEqual(await digestOf([kept, changed, added]))
    expect(committed).toBe('committed')
    expect(byId(await read(critical))).toEqual([kept, changed, added])
    expect(await store.findReplica(critical)).toMatchObject({ rev: 2, checkpoint: at(6) })
  })

  test('of a document that comes twice, the later version counts', async () => {
    const { store, read } = await open()
    const page = { stream: critical, session: 'first' }
    const last = await aDocument('a', 3, { name: 'Sist' })
    await store.beginStaging(aBuild())
    await store.stagePage({
      ...page,
      after: 0,
      documents: [await aDocument('a', 1), await aDocument('b', 2, null)],
      to: at(2),
    })
    await store.stagePage({ ...page, after: 2, documents: [last], to: at(3) })

    await store.commitStaging({ ...page, head: at(3), verifiedAt: noon })

    expect(await read(critical)).toEqual([last])
  })

  test('a page that comes late, twice or to another session is dropped', async () => {
    const { store } = await open()
    const documents = [await aDocument('a', 1)]
    const page = { stream: critical, session: 'first', after: 0, documents, to: at(1) }
    await store.beginStaging(aBuild())
    await store.stagePage(page)

    const answers = [
      await store.stagePage(page),
      await store.stagePage({ ...page, after: 7, to: at(8) }),
      await store.stagePage({ ...page, session: 'other', after: 1, to: at(2) }),
      await store.stagePage({ ...page, stream: StreamId.parse('demo/real/nord-2/critical') }),
    ]

    expect(answers).toEqual(['stale', 'stale', 'stale', 'stale'])
    expect(await store.findStaging(critical)).toMatchObject({ at: at(1) })
  })

  test('a new staging throws away the one before', async () => {
    const { store, read } = await open()
    await store.beginStaging(aBuild('first'))
    const old = { stream: critical, session: 'first', after: 0 }
    await store.stagePage({ ...old, documents: [await aDocument('old', 1)], to: at(1) })

    await build(store, [await aDocument('new', 1)], { session: 'second' })

    expect(await read(critical)).toEqual([await aDocument('new', 1)])
  })

  test('a commit of another session, short of the head or on another rev changes nothing', async () => {
    const { store, read } = await open()
    const shown = [await aDocument('a', 1)]
    await build(store, shown)
    const page = { stream: critical, after: 1, documents: [await aDocument('b', 2)], to: at(2) }
    const commit = { stream: critical, head: at(2), verifiedAt: noon }
    await store.beginStaging(aDelta('second', 7, at(1)))
    await store.stagePage({ ...page, session: 'second' })

    const answers = [
      await store.commitStaging({ ...commit, session: 'other' }),
      await store.commitStaging({ ...commit, session: 'second', head: at(3) }),
      await store.commitStaging({ ...commit, session: 'second' }),
    ]

    expect(answers).toEqual(['lost', 'lost', 'lost'])
    expect(await read(critical)).toEqual(shown)
  })

  test('a new generation replaces the old one whole', async () => {
    const { store, read } = await open()
    await build(store, [await aDocument('a', 1), await aDocument('b', 2)])
    const before = await store.findReplica(critical)

    await build(store, [await aDocument('c', 1)], { session: 'second' })

    const after = await store.findReplica(critical)
    expect(await read(critical)).toEqual([await aDocument('c', 1)])
    expect(after?.rev).toBe((before?.rev ?? 0) + 1)
    expect(after?.generation).toBeGreaterThan(before?.generation ?? Infinity)
  })

  test('verified again moves the time, and only of the rev that was verified', async () => {
    const { store } = await open()
    await build(store, [await aDocument('a', 1)])
    const later = plusMinutes(noon, 30)

    await store.markVerified(critical, 7, plusMinutes(noon, 90))
    expect((await store.findReplica(critical))?.verifiedAt).toBe(noon)
    await store.markVerified(critical, 1, later)

    expect((await store.findReplica(critical))?.verifiedAt).toBe(later)
  })

  test('a discarded staging leaves what is shown', async () => {
    const { store, read } = await open()
    await build(store, [await aDocument('a', 1)])
    await store.beginStaging(aDelta('second', 1, at(1)))

    await store.discardStaging(critical)

    expect(await store.findStaging(critical)).toBeNull()
    expect(await read(critical)).toEqual([await aDocument('a', 1)])
  })

  test('a dropped stream is gone, and the others are not', async () => {
    const { store, read } = await open()
    const other = StreamId.parse('demo/real/nord-2/critical')
    await build(store, [await aDocument('a', 1)])
    await build(store, [await aDocument('b', 1)], { stream: other })
    await store.beginStaging(aDelta('second', 1, at(1)))

    await store.drop(critical)

    expect(await read(critical)).toBeNull()
    expect(await store.findStaging(critical)).toBeNull()
    expect((await store.listReplicas()).map(({ stream }) => stream)).toEqual([other])
    expect(await read(other)).toEqual([await aDocument('b', 1)])
  })

  test('a delta on a replica that has moved on has no digest', async () => {
    const { store } = await open()
    await build(store, [await aDocument('a', 1)])
    const first = await store.findReplica(critical)
    if (first === null) throw new Error('Nothing was built.')
    await build(store, [await aDocument('b', 2)], { session: 'second' })
    await store.beginStaging(aDelta('third', first.rev, at(2)))
    const documents = [await aDocument('c', 3)]
    await store.stagePage({ stream: critical, session: 'third', after: 2, documents, to: at(3) })

    const digest = await store.stagedDigest({ stream: critical, session: 'third', at: at(3) })

    expect(digest).toBeNull()
  })
}
