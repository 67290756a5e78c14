import { expect, test } from 'vitest'
import type { Credential } from '#domain/entries/credential.ts'
import { entryHash, noPreviousHash } from '#domain/entries/entry.ts'
import type { DeviceId, EntryId } from '#domain/base/ids.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { OutboxStore } from '#storage/outbox/outbox-store.ts'
import { nodeHasher } from './node-hasher.ts'
import { noon } from './test-vault.ts'

export type OpenedOutbox = {
  store: OutboxStore
  /** Writes one entry on the device's current id, as the entry repository does. */
  add(): Promise<{ entryId: EntryId; deviceId: DeviceId; n: number }>
  /** The server vouches for the id that the device goes on under after a fork. */
  vouchForNew(): Promise<void>
  verify(device: Credential, bytes: Uint8Array<ArrayBuffer>, signature: string): Promise<boolean>
}

const limits = { entries: 100, bytes: 512 * 1024, without: new Set<EntryId>() }
const answer = { at: noon, durable: null, noticesAfter: 0, noticesCursor: 0 }
const none = {
  sealed: 0,
  acked: 0,
  durable: 0,
  conflict: 0,
  quarantined: 0,
  held: 0,
  taken: 0,
  rejected: 0,
}

async function pendingNumbers(store: OutboxStore, more: Partial<typeof limits> = {}) {
  const pending = await store.listPendingPushes({ ...limits, ...more })
  return pending.map(({ entries }) => entries.map(({ header }) => header.n))
}

/** What every implementation of `OutboxStore` keeps. */
export function outboxStoreContract(open: () => Promise<OpenedOutbox>): void {
  test('a device that has written nothing has nothing to push', async () => {
    const { store } = await open()

    expect((await pendingNumbers(store)).flat()).toEqual([])
    expect(await store.countByState()).toEqual(none)
  })

  test('what is written is pushed in order, each entry chained to the one before', async () => {
    const { store, add } = await open()
    const { deviceId } = await add()
    await add()
    await add()

    const [push] = await store.listPendingPushes(limits)

    const headers = push?.entries.map(({ header }) => header) ?? []
    expect(push?.deviceId).toBe(deviceId)
    expect(headers.map(({ n }) => n)).toEqual([1, 2, 3])
    const hashes = await Promise.all(headers.map((header) => entryHash(header, nodeHasher)))
    expect(headers.map(({ prevHash }) => prevHash)).toEqual([noPreviousHash, ...hashes.slice(0, 2)])
    expect(push?.authors.map(({ subject }) => subject.keyId)).toEqual([headers[0]?.authorKeyId])
    expect(push?.taken).toEqual([])
  })

  test('the same entry is the same bytes, however often it is listed', async () => {
    const { store, add } = await open()
    await add()

    const first = await store.listPendingPushes(limits)
    const second = await store.listPendingPushes(limits)

    expect(second).toEqual(first)
  })

  test('a push holds as much as fits, and at least one', async () => {
    const { store, add } = await open()
    for (let n = 0; n < 3; n++) await add()

    expect(await pendingNumbers(store, { entries: 2 })).toEqual([[1, 2]])
    expect(await pendingNumbers(store, { bytes: 1 })).toEqual([[1]])
  })

  test('what the server refused does not block those behind it', async () => {
    const { store, add } = await open()
    const first = await add()
    await add()

    expect(await pendingNumbers(store, { without: new Set([first.entryId]) })).toEqual([[2]])
  })

  test('when all that waits was refused, and nothing was received, there is nothing to push', async () => {
    const { store, add } = await open()
    const { entryId } = await add()

    expect(await pendingNumbers(store, { without: new Set([entryId]) })).toEqual([])
  })

  test('what is receipted is not pushed again, and the push says what the server has', async () => {
    const { store, add } = await open()
    const { entryId, deviceId } = await add()
    await add()
    await store.recordReceipts(deviceId, [{ entryId, state: 'acked' }], answer)

    const [push] = await store.listPendingPushes(limits)

    expect(push?.entries.map(({ header }) => header.n)).toEqual([2])
    expect(push?.taken.map((header) => header.entryId)).toEqual([entryId])
    expect(push?.firstOmitted).toBeNull()
    expect(await store.countByState()).toEqual({ ...none, sealed: 1, acked: 1 })
  })

  test('a device whose entries are all received still asks for notices about them', async () => {
    const { store, add } = await open()
    const { entryId, deviceId } = await add()
    await store.recordReceipts(deviceId, [{ entryId, state: 'acked' }], answer)

    const [push] = await store.listPendingPushes(limits)

    expect(push).toMatchObject({ deviceId, entries: [], taken: [{ entryId }] })
  })

  test('an entry that waits between taken ones is passed over by the landmarks', async () => {
    const { store, add } = await open()
    const below = await Promise.all(Array.from({ length: 6 }, add))
    const { deviceId } = await add()
    const last = await add()
    const receipts = [...below, last].map(({ entryId }) => ({ entryId, state: 'acked' as const }))
    await store.recordReceipts(deviceId, receipts, answer)

    const [push] = await store.listPendingPushes(limits)

    expect(push?.taken.map(({ n }) => n)).toEqual([8, 6, 5, 3, 1])
    expect(push?.entries.map(({ header }) => header.n)).toEqual([7])
  })

  test.each<[EntryState, EntryState, EntryState]>([
    ['conflict', 'acked', 'conflict'],
    ['quarantined', 'acked', 'quarantined'],
    ['acked', 'quarantined', 'quarantined'],
    ['acked', 'conflict', 'conflict'],
    ['acked', 'held', 'held'],
    ['held', 'acked', 'held'],
    ['held', 'taken', 'taken'],
    ['held', 'rejected', 'rejected'],
    ['taken', 'held', 'taken'],
    ['rejected', 'taken', 'rejected'],
    ['quarantined', 'held', 'quarantined'],
  ])('an entry that is %s and reported as %s is %s', async (first, second, expected) => {
    const { store, add } = await open()
    const { entryId, deviceId } = await add()
    await store.recordReceipts(deviceId, [{ entryId, state: first }], answer)
    await store.recordReceipts(deviceId, [{ entryId, state: second }], answer)

    expect(await store.countByState()).toEqual({ ...none, [expected]: 1 })
  })

  test('durable covers what is acked up to its number, and a late receipt takes nothing back', async () => {
    const { store, add } = await open()
    const first = await add()
    const second = await add()
    await add()
    const { deviceId } = first
    const receipts = [first, second].map(({ entryId }) => ({ entryId, state: 'acked' as const }))
    await store.recordReceipts(deviceId, receipts, { ...answer, durable: 1 })

    await store.recordReceipts(deviceId, receipts, answer)

    expect(await store.countByState()).toEqual({ ...none, sealed: 1, acked: 1, durable: 1 })
  })

  test('a receipt for an entry that is not here changes nothing', async () => {
    const { store, add } = await open()
    const { deviceId } = await add()
    const elsewhere = await (await open()).add()

    await store.recordReceipts(
      deviceId,
      [{ entryId: elsewhere.entryId, state: 'quarantined' }],
      answer,
    )

    expect(await store.countByState()).toEqual({ ...none, sealed: 1 })
  })

  test('the cursor of notices is kept as answered, and requeuing resets it', async () => {
    const { store, add } = await open()
    const { deviceId } = await add()
    await store.recordReceipts(deviceId, [], { ...answer, noticesCursor: 7 })
    const [before] = await store.listPendingPushes(limits)
    await store.requeueAbove(deviceId, 0)

    const [after] = await store.listPendingPushes(limits)

    expect([before?.noticesAfter, after?.noticesAfter]).toEqual([7, 0])
  })

  test('an answer to a push that went out before another page requeued entries repeats all notices', async () => {
    const { store, add } = await open()
    const { deviceId } = await add()
    await store.recordReceipts(deviceId, [], { ...answer, noticesCursor: 3 })
    await store.requeueAbove(deviceId, 0)

    await store.recordReceipts(deviceId, [], { ...answer, noticesAfter: 3, noticesCursor: 9 })

    const [push] = await store.listPendingPushes(limits)
    expect(push?.noticesAfter).toBe(0)
  })

  test('of two answers to pushes that went out together, the cursor of the lower one stays', async () => {
    const { store, add } = await open()
    const { deviceId } = await add()
    await store.recordReceipts(deviceId, [], { ...answer, noticesCursor: 5 })

    await store.recordReceipts(deviceId, [], { ...answer, noticesCursor: 9 })

    const [push] = await store.listPendingPushes(limits)
    expect(push?.noticesAfter).toBe(5)
  })

  test('what a restored server lacks is queued again, whatever its state', async () => {
    const { store, add } = await open()
    const written = [await add(), await add(), await add(), await add()]
    const deviceId = written[0]?.deviceId
    if (deviceId === undefined) throw new Error('Nothing was written.')
    const states = ['acked', 'acked', 'quarantined'] as const
    const receipts = states.map((state, index) => {
      const entryId = written[index]?.entryId
      if (entryId === undefined) throw new Error('Too little was written.')
      return { entryId, state }
    })
    await store.recordReceipts(deviceId, receipts, { ...answer, durable: 2 })

    const again = await store.requeueAbove(deviceId, 1)

    expect(again).toBe(2)
    expect(await pendingNumbers(store)).toEqual([[2, 3, 4]])
    expect(await store.countByState()).toEqual({ ...none, sealed: 3, durable: 1 })
  })

  test('an ended device goes on under a new id from 1, and what it had is still sent', async () => {
    const { store, add, vouchForNew } = await open()
    const before = await add()
    await store.endDevice(before.deviceId)
    await vouchForNew()

    const after = await add()

    expect(after.deviceId).not.toBe(before.deviceId)
    expect(after.n).toBe(1)
    const pushes = await store.listPendingPushes(limits)
    const sent = new Map(pushes.map(({ deviceId, entries }) => [deviceId, entries.length]))
    expect(sent).toEqual(
      new Map([
        [before.deviceId, 1],
        [after.deviceId, 1],
      ]),
    )
  })

  test('what is written under a new id waits until the server has vouched for it', async () => {
    const { store, add, vouchForNew } = await open()
    const before = await add()
    await store.endDevice(before.deviceId)
    const after = await add()

    const waiting = await store.listPendingPushes(limits)
    await vouchForNew()
    const vouchedFor = await store.listPendingPushes(limits)

    expect(waiting.map(({ deviceId }) => deviceId)).toEqual([before.deviceId])
    expect(vouchedFor.map(({ deviceId }) => deviceId).toSorted()).toEqual(
      [before.deviceId, after.deviceId].toSorted(),
    )
  })

  test('a device that has ended is not ended again', async () => {
    const { store, add, vouchForNew } = await open()
    const before = await add()
    await store.endDevice(before.deviceId)
    await vouchForNew()
    const after = await add()

    await store.endDevice(before.deviceId)

    expect((await add()).deviceId).toBe(after.deviceId)
  })

  test("the device's signature is one that its credential verifies", async () => {
    const { store, add, verify } = await open()
    const { deviceId } = await add()
    const bytes = nodeHasher.utf8('push')
    const [push] = await store.listPendingPushes(limits)
    if (push === undefined) throw new Error('Nothing is pending.')

    const signature = await store.signAsDevice(deviceId, bytes)

    expect(await verify(push.device, bytes, signature)).toBe(true)
    expect(await verify(push.device, nodeHasher.utf8('other'), signature)).toBe(false)
  })
}
