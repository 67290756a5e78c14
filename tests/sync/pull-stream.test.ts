import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accepted } from '#domain/base/result.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { startingPace } from '#sync/pace.ts'
import { pullStream } from '#sync/pull-stream.ts'
import type { SyncNetwork } from '#sync/sync-network.ts'
import { aDocument, at, critical, digestOf } from '../support/build-replica.ts'
import { emptyReplicaDisk, memoryReplicaStore } from '../support/memory-replica-store.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { noon } from '../support/test-vault.ts'

test('the next page is requested before the received one is stored', async () => {
  const documents = [await aDocument('a', 1), await aDocument('b', 2)]
  const { pull, happened } = await aPhone(documents)

  const pulled = await pull()

  expect(pulled).toEqual(accepted('verified'))
  expect(happened).toEqual([
    'requested after 0',
    'requested after 1',
    'stored after 0',
    'stored after 1',
  ])
})

test('a page that does not match its hashes is not stored, and no page is requested after it', async () => {
  const altered = { ...(await aDocument('a', 1)), body: { name: 'Somebody else' } }
  const { pull, happened, disk } = await aPhone([altered, await aDocument('b', 2)])

  const pulled = await pull()

  expect(pulled).toEqual({ ok: false, refusal: { kind: 'unreachable' } })
  expect(happened).toEqual(['requested after 0'])
  expect(disk.staged.get(critical)?.documents).toEqual([])
})

test('a page that was prefetched for a staging that another tab has restarted is not stored', async () => {
  const documents = [await aDocument('a', 1), await aDocument('b', 2)]
  const { pull, happened, disk } = await aPhone(documents, (store, after) => {
    if (after === 0 && happened.filter((one) => one === 'stored after 0').length === 1) {
      const staged = disk.staged.get(critical)
      if (staged === undefined) throw new Error('Nothing is staged.')
      const staging = { ...staged.staging, session: randomUUID(), at: at(0) }
      return store.beginStaging(staging)
    }
    return Promise.resolve()
  })

  const pulled = await pull()

  expect(pulled).toEqual(accepted('verified'))
  expect(happened).toEqual([
    'requested after 0',
    'requested after 1',
    'stored after 0',
    'requested after 0',
    'requested after 1',
    'stored after 0',
    'stored after 1',
  ])
})

test('an altered page that was prefetched is not stored either', async () => {
  const altered = { ...(await aDocument('b', 2)), body: { name: 'Somebody else' } }
  const { pull, happened, disk } = await aPhone([await aDocument('a', 1), altered])

  const pulled = await pull()

  expect(pulled).toEqual({ ok: false, refusal: { kind: 'unreachable' } })
  expect(happened).toEqual(['requested after 0', 'requested after 1', 'stored after 0'])
  expect(disk.staged.get(critical)?.documents.map(({ docId }) => docId)).toEqual(['a'])
})

type Store = ReturnType<typeof memoryReplicaStore>

/** A phone without anything, and a server that sends one document a page. */
async function aPhone(
  documents: readonly StreamDocument[],
  afterStoring: (store: Store, after: number) => Promise<void> = () => Promise.resolve(),
) {
  const happened: string[] = []
  const disk = emptyReplicaDisk()
  const store = memoryReplicaStore(disk, { hasher: nodeHasher })
  const digest = await digestOf(documents)
  const network: Pick<SyncNetwork, 'pullStream'> = {
    pullStream({ session, stream, after }) {
      happened.push(`requested after ${after}`)
      const page = documents.filter(({ seq }) => seq === after + 1)
      const more = after + 1 < documents.length
      const to = at(after + 1)
      const head = at(documents.length)
      return Promise.resolve(
        accepted({
          kind: 'page',
          session,
          stream,
          after,
          documents: page,
          to,
          more,
          head,
          ...digest,
        }),
      )
    },
  }
  const replicas: Store = {
    ...store,
    async stagePage(page) {
      const staged = await store.stagePage(page)
      happened.push(`stored after ${page.after}`)
      await afterStoring(store, page.after)
      return staged
    },
  }
  const pull = () =>
    pullStream(critical, {
      network,
      replicas,
      hasher: nodeHasher,
      clock: { now: () => noon },
      randomUuid: randomUUID,
      pace: startingPace(),
      report: () => {},
    })
  return { pull, happened, disk }
}
