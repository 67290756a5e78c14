import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PullStreamAnswer } from '#contract/pull-stream.ts'
import { accepted, refused } from '#domain/base/result.ts'
import { aBuild, aDocument, critical, headOver } from '../support/build-replica.ts'
import { aPullingPhone } from '../support/pulling-phone.ts'
import { documentsOnDisk } from '../support/replica-disk.ts'
import { aVouchingServer } from '../support/test-vault.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const first = await Promise.all(ids.map((id, index) => aDocument(id, index + 1)))

test('a device without the stream gets its buckets, each requested before the one before it is stored', async () => {
  const phone = await aPullingPhone(first)

  const pulled = await phone.pull()

  expect(pulled).toEqual(accepted('verified'))
  expect(phone.happened).toEqual([
    'requested bucket 0',
    'requested bucket 1',
    'stored bucket 0',
    'requested bucket 2',
    'stored bucket 1',
    'requested bucket 3',
    'stored bucket 2',
    'stored bucket 3',
  ])
  expect(await phone.shown()).toEqual(ids)
})

test('what is written during a build comes as changes after its buckets', async () => {
  const phone = await aPullingPhone(first)
  const changes = [await aDocument('a', 9, { name: 'Ny' }), await aDocument('b', 10, null)]
  phone.onRequest((count) => {
    if (count === 3) phone.write(changes)
  })

  const pulled = await phone.pull()

  expect(pulled).toEqual(accepted('verified'))
  expect(phone.happened.slice(-5)).toEqual([
    'requested after 8',
    'stored bucket 3',
    'requested after 9',
    'stored after 8',
    'stored after 9',
  ])
  expect(await phone.shown()).toEqual(ids.filter((id) => id !== 'b'))
  expect(documentsOnDisk(phone.disk, critical).get('a')?.seq).toBe(9)
})

test('a device that has the stream gets only what changed', async () => {
  const phone = await aPullingPhone(first)
  await phone.pull()
  phone.write([await aDocument('i', 9)])
  phone.happened.length = 0

  const pulled = await phone.pull()

  expect(pulled).toEqual(accepted('verified'))
  expect(phone.happened).toEqual(['requested after 8', 'stored after 8'])
  expect(await phone.shown()).toEqual([...ids, 'i'])
})

test('an unchanged stream is confirmed, with the time of the newest head', async () => {
  const phone = await aPullingPhone(first)
  await phone.pull()
  phone.happened.length = 0

  const pulled = await phone.pull()

  expect(pulled).toEqual(accepted('verified'))
  expect(phone.happened).toEqual(['requested after 8'])
  expect(phone.events.at(-1)).toEqual({ kind: 'verified', stream: critical })
  expect(await phone.replicas.findStaging(critical)).toBeNull()
})

test.each([1, 2, 3, 4, 5])(
  'a build that is killed after %i answers goes on where it stood',
  async (answers) => {
    const phone = await aPullingPhone(first)
    phone.onRequest((count) => {
      if (count === 3) phone.write([...changesOnTheWay])
    })
    phone.breakAfter(answers)
    const cut = await phone.pull()
    phone.breakAfter(Number.POSITIVE_INFINITY)
    const requestedBefore = phone.happened.filter((one) => one.startsWith('stored'))

    const pulled = await phone.pull()

    expect(cut).toEqual(refused({ kind: 'unreachable' }))
    expect(pulled).toEqual(accepted('verified'))
    const stored = phone.happened.filter((one) => one.startsWith('stored'))
    expect(stored.slice(0, requestedBefore.length)).toEqual(requestedBefore)
    expect(new Set(stored).size).toBe(stored.length)
    expect(await phone.shown()).toEqual([...ids, 'i'])
  },
)

const changesOnTheWay = [await aDocument('a', 9, { name: 'Ny' }), await aDocument('i', 10)]

test.each([
  ['an altered body', (answer: Buckets) => ({ ...answer, documents: altered(answer) })],
  ['a document twice', (answer: Buckets) => ({ ...answer, documents: twice(answer) })],
  ['a tombstone', (answer: Buckets) => ({ ...answer, documents: deleted(answer) })],
  ['a document of another bucket', (answer: Buckets) => ({ ...answer, documents: first })],
  ['no bucket', (answer: Buckets) => ({ ...answer, next: answer.from })],
  ['buckets that are no power of two', (answer: Buckets) => ({ ...answer, buckets: 3 })],
])('a part with %s is not stored, and no part is requested after it', async (_name, change) => {
  const phone = await aPullingPhone(first)
  phone.onAnswer((answer) => (answer.kind === 'buckets' ? change(answer) : answer))

  const pulled = await phone.pull()

  expect(pulled).toEqual(refused({ kind: 'unreachable' }))
  expect(phone.happened).toEqual(['requested bucket 0'])
})

type Buckets = Extract<PullStreamAnswer, { kind: 'buckets' }>

function altered({ documents }: Buckets) {
  return documents.map((document) => ({ ...document, body: { name: 'Somebody else' } }))
}

function twice({ documents }: Buckets) {
  return [...documents, ...documents]
}

function deleted({ documents }: Buckets) {
  return documents.map((document) => ({ ...document, deleted: true }))
}

test('an altered part that was prefetched is not stored either', async () => {
  const phone = await aPullingPhone(first)
  phone.onAnswer((answer) =>
    answer.kind === 'buckets' && answer.from > 0
      ? { ...answer, documents: altered(answer) }
      : answer,
  )

  const pulled = await phone.pull()

  expect(pulled).toEqual(refused({ kind: 'unreachable' }))
  expect(phone.happened.filter((one) => one.startsWith('stored')).length).toBeLessThan(4)
  const bodies = [...phone.disk.cache.staged.values()].flatMap(({ chunks }) => chunks)
  expect(JSON.stringify(bodies)).not.toContain('Somebody else')
})

test('a head that the server did not sign is not stored', async () => {
  const stranger = await aVouchingServer()
  const phone = await aPullingPhone(first)
  const forged = await headOver(first, stranger)
  phone.onAnswer((answer) => (answer.kind === 'reset' ? answer : { ...answer, head: forged }))

  expect(await phone.pull()).toEqual(refused({ kind: 'unvouched' }))
  expect(phone.happened).toEqual(['requested bucket 0'])
})

test('documents that do not hash to the signed root are never shown, and the stream is built anew', async () => {
  const phone = await aPullingPhone(first)
  let left = 1
  phone.onAnswer((answer) => {
    const isHidden = answer.kind === 'buckets' && answer.documents.length > 0 && left-- > 0
    return isHidden ? { ...answer, documents: answer.documents.slice(1) } : answer
  })

  const pulled = await phone.pull()

  expect(pulled).toEqual(accepted('verified'))
  expect(phone.events).toContainEqual({
    kind: 'rebuilding',
    stream: critical,
    reason: 'rootMismatch',
  })
  expect(await phone.shown()).toEqual(ids)
})

test('a server that answers with an earlier state than the device has seen is not followed', async () => {
  const phone = await aPullingPhone(first)
  await phone.pull()
  phone.serve({ epoch: 1, live: first.slice(0, 4), changes: first.slice(0, 4) })
  phone.resetOnce({ reason: 'aboveHead', named: null })

  const pulled = await phone.pull()

  expect(pulled).toEqual(refused({ kind: 'older' }))
  expect(phone.events).toContainEqual({ kind: 'older', stream: critical })
  expect(await phone.shown()).toEqual(ids)
})

test('another history of the same epoch and length is not followed either', async () => {
  const phone = await aPullingPhone(first)
  await phone.pull()
  phone.resetOnce({ reason: 'unknownWitness', named: null })
  const { head } = await headOver(first, phone.server)
  const other = await phone.server.signHead({ ...head, chain16: 'f'.repeat(16) })
  phone.onAnswer((answer) => (answer.kind === 'reset' ? answer : { ...answer, head: other }))

  expect(await phone.pull()).toEqual(refused({ kind: 'older' }))
})

test('after a reset that names its highest head the device follows the restored server', async () => {
  const phone = await aPullingPhone(first)
  await phone.pull()
  const named = await phone.replicas.findHighestHead(critical)
  phone.serve({ epoch: 2, live: first.slice(0, 4), changes: first.slice(0, 4) })
  phone.resetOnce({ reason: 'restored', named })

  const pulled = await phone.pull()

  expect(pulled).toEqual(accepted('verified'))
  expect(phone.requests.map(({ highest }) => highest?.head.epoch ?? null).slice(-4)).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(await phone.shown()).toEqual(['a', 'b', 'c', 'd'])
})

test('a reset that names another head than the device sent overrules nothing', async () => {
  const phone = await aPullingPhone(first)
  await phone.pull()
  const higher = await headOver(first, phone.server, { epoch: 7 })
  phone.resetOnce({ reason: 'restored', named: higher })

  await phone.pull()

  expect(await phone.replicas.findHighestHead(critical)).toMatchObject({
    head: { epoch: 1, seq: 8 },
  })
})

test('each request carries the highest head that the device has', async () => {
  const phone = await aPullingPhone(first)
  await phone.pull()
  await phone.pull()

  const seqs = phone.requests.map(({ highest }) => highest?.head.seq ?? null)

  expect(seqs).toEqual([null, null, null, null, 8])
})

test('a part that was prefetched for a staging that another tab has restarted is not stored', async () => {
  const phone = await aPullingPhone(first)
  let isRestarted = false
  phone.onStored(async () => {
    if (isRestarted) return
    isRestarted = true
    await phone.replicas.beginStaging(aBuild(randomUUID()), [phone.me])
  })

  const pulled = await phone.pull()

  expect(pulled).toEqual(accepted('verified'))
  expect(phone.happened.filter((one) => one === 'requested bucket 0')).toHaveLength(2)
  expect(phone.happened.filter((one) => one.startsWith('stored'))).toEqual([
    'stored bucket 0',
    'stored bucket 0',
    'stored bucket 1',
    'stored bucket 2',
    'stored bucket 3',
  ])
})

test('the key of a build is sealed to the holders that the server listed', async () => {
  const phone = await aPullingPhone(first)

  await phone.pull()

  expect(phone.disk.cache.copies.map(({ employee }) => employee)).toEqual([phone.employee])
})
