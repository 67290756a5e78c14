import { describe, expect, test } from 'vitest'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { importAesKey } from '#storage/crypto/aes.ts'
import { openChunk } from '#storage/replica/chunks.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { aDocument, build, change, critical, storeOf } from '../../support/build-replica.ts'
import { aVouchingServer, anUnlockedPhone, codeOfAnne } from '../../support/test-vault.ts'
import { stranger } from './planted.ts'

const server = await aVouchingServer()
const strangersServer = await aVouchingServer()
const anySignature = { isSignedBy: () => Promise.resolve(true) }

/** A locked phone with three patients on it; `unlock` starts the app again, with weaker parts for the control. */
async function aPhoneWithLists(buckets = 4) {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const documents = [await aDocument('a', 1), await aDocument('b', 2), await aDocument('c', 3)]
  const opened = await storeOf({ phone, vault }, server)
  await build(opened, documents, { buckets })
  return {
    phone,
    vault,
    documents,
    opened,
    them: stranger(phone),
    async unlock(parts: Partial<TrustParts> = {}): Promise<Vault> {
      await vault.access.lock()
      const restarted = await phone.openVault({ parts })
      const unlocked = await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
      if (!unlocked.ok) throw new Error(unlocked.refusal.kind)
      return restarted
    },
  }
}

async function readOpen(vault: Vault) {
  const reading = await vault.streams.read(critical)
  if (reading.kind !== 'open') throw new Error(`The stream is ${reading.kind}.`)
  return reading
}

async function forged(): Promise<StreamDocument[]> {
  return [await aDocument('a', 3, { name: 'FORFALSKET' })]
}

test('what was fetched and pinned is believed after a restart', async () => {
  const { unlock } = await aPhoneWithLists()

  const vault = await unlock()

  expect(await readOpen(vault)).toMatchObject({ trust: 'verified', damagedParts: 0 })
  expect(await vault.replicas.findReplica(critical)).not.toBeNull()
})

describe('a stream replaced by forged documents, with copies of a key sealed to her public key', () => {
  test('is unverified, is fetched again, and nothing more is sealed under its key', async () => {
    const { them, unlock } = await aPhoneWithLists()
    await them.forgeStream(await forged(), strangersServer)
    await them.markSound('this one')

    const vault = await unlock()

    expect(await readOpen(vault)).toMatchObject({ trust: 'unverified', soundFor: {} })
    expect(await vault.replicas.findReplica(critical)).toBeNull()
    expect(await vault.replicas.listReplicas()).toEqual([])
  })

  test('is believed by who takes any signature', async () => {
    const { them, unlock } = await aPhoneWithLists()
    await them.forgeStream(await forged(), strangersServer)
    await them.markSound('this one')

    const vault = await unlock({ signatures: anySignature })

    expect(await readOpen(vault)).toMatchObject({
      trust: 'verified',
      soundFor: { 'patient@1': 'this one' },
    })
  })

  test('is unverified also under the head that the server signed', async () => {
    const { them, unlock } = await aPhoneWithLists()
    await them.forgeStream(await forged(), strangersServer, { keepsHead: true })

    expect(await readOpen(await unlock())).toMatchObject({ trust: 'unverified' })
  })

  test('is believed under that head by who does not hash documents', async () => {
    const { them, unlock } = await aPhoneWithLists()
    await them.forgeStream(await forged(), strangersServer, { keepsHead: true })

    expect(await readOpen(await unlock({ checksDocuments: false }))).toMatchObject({
      trust: 'verified',
    })
  })

  test.each([
    ['another body', (document: StreamDocument) => ({ ...document, body: { name: 'X' } })],
    ['a tombstone', (document: StreamDocument) => ({ ...document, deleted: true })],
    ['another seq', (document: StreamDocument) => ({ ...document, seq: 77 })],
    ['another schema', (document: StreamDocument) => ({ ...document, schema: 'patient@9' })],
  ])('is unverified with the true documents and %s', async (_, alter) => {
    const { them, documents, unlock } = await aPhoneWithLists()
    const altered = documents.map((document, at) => (at === 0 ? alter(document) : document))
    await them.forgeStream(altered, strangersServer, { keepsHead: true })

    expect(await readOpen(await unlock())).toMatchObject({ trust: 'unverified' })
  })
})

async function attacked() {
  const phone = await aPhoneWithLists()
  const { chunks } = await phone.them.takeCopy()
  const changed = await aDocument('a', 4, { name: 'Ny adresse' })
  const live = [changed, ...phone.documents.slice(1)]
  await change(phone.opened, [changed], live)
  await phone.them.cache.chunks.bulkPut(chunks)
  return phone
}

describe('an older chunk in the place of a newer one', () => {
  test('is noticed, though its documents are true', async () => {
    const { unlock } = await attacked()

    expect(await readOpen(await unlock())).toMatchObject({ trust: 'unverified' })
  })

  test('is noticed without pins too', async () => {
    const { unlock, them, vault } = await attacked()
    await vault.access.lock()
    await them.outbox.pins.clear()

    expect(await readOpen(await unlock())).toMatchObject({ trust: 'unverified' })
  })

  test('is believed by who does not compare leaves', async () => {
    const { unlock } = await attacked()

    expect(await readOpen(await unlock({ checksDocuments: false }))).toMatchObject({
      trust: 'verified',
    })
  })
})

async function rolledBack() {
  const phone = await aPhoneWithLists()
  const copy = await phone.them.takeCopy()
  const added = await aDocument('d', 4)
  await change(phone.opened, [added], [...phone.documents, added])
  await phone.vault.replicas.savePins()
  await copy.putBack()
  return phone
}

describe('a whole stream rolled back', () => {
  test('is shown as older than what she had, and is fetched again', async () => {
    const { unlock, opened, documents } = await rolledBack()
    const vault = await unlock()

    const reading = await readOpen(vault)

    expect(reading).toMatchObject({ trust: 'older', soundFor: {} })
    expect(reading.documents).toHaveLength(documents.length)
    expect(await vault.replicas.findReplica(critical)).toBeNull()
    expect((await vault.replicas.findHighestHead(critical))?.head.seq).toBe(4)
    const all = [...documents, await aDocument('d', 4)]
    await build({ ...opened, store: vault.replicas }, all, { session: 'again' })
    expect(await readOpen(vault)).toMatchObject({ trust: 'verified' })
  })

  test('is taken for the newest by who does not compare it with her pins', async () => {
    const { unlock } = await rolledBack()

    expect(await readOpen(await unlock({ isOlder: () => false }))).toMatchObject({
      trust: 'verified',
    })
  })

  test('is older also when her pins were deleted, or are a colleague’s', async () => {
    const { unlock, them, vault } = await rolledBack()
    await vault.access.lock()
    await them.outbox.pins.clear()

    expect(await readOpen(await unlock())).toMatchObject({ trust: 'older' })
  })

  test('is the newest that counts once the server says that it was restored', async () => {
    const { unlock } = await rolledBack()
    const vault = await unlock()
    const highest = await vault.replicas.findHighestHead(critical)
    if (highest === null) throw new Error('Nothing is pinned.')

    await vault.replicas.acceptReset(critical, highest)

    expect(await readOpen(vault)).toMatchObject({ trust: 'verified' })
  })
})

test('pins of a colleague, put in the place of hers, are noticed', async () => {
  const { phone, unlock, them, vault } = await aPhoneWithLists()
  const { phone: other, vault: others } = await anUnlockedPhone(server)
  await others.access.lock()
  await vault.access.lock()
  const [foreign] = await other.outbox().pins.toArray()
  const [mine] = await phone.outbox().pins.toArray()
  if (foreign === undefined || mine === undefined) throw new Error('There are no pins.')
  await them.outbox.pins.put({ ...foreign, id: mine.id })

  expect(await readOpen(await unlock())).toMatchObject({ trust: 'older' })
})

describe('altered columns of the row', () => {
  test.each([
    ['the root', { root: 'f'.repeat(64) }],
    ['the count', { count: 2 }],
    ['the time', { time: '2026-12-24T18:00:00.000Z' }],
    ['the stream', { stream: 'demo/real/nord-2/critical' }],
  ])('%s of the head', async (_, change) => {
    const { unlock, them } = await aPhoneWithLists()
    const { head } = await them.onlyReplica()
    const altered = JSON.parse(JSON.stringify({ ...head, head: { ...head.head, ...change } }))
    await them.cache.replicas.update(critical, { head: altered })
    const vault = await unlock()

    expect(await readOpen(vault)).toMatchObject({ trust: 'unverified' })
    expect(await vault.replicas.findReplica(critical)).toBeNull()
  })

  test('the head of another stream', async () => {
    const { unlock, them } = await aPhoneWithLists()
    const { head } = await them.onlyReplica()
    const other = await server.signHead({
      ...head.head,
      stream: StreamId.parse('demo/real/nord-2/critical'),
    })
    await them.cache.replicas.update(critical, { head: other })

    expect(await readOpen(await unlock())).toMatchObject({ trust: 'unverified' })
  })

  test('leaves: what she has pinned still counts, and nothing is built on them', async () => {
    const { unlock, them, opened } = await aPhoneWithLists()
    await them.cache.replicas.update(critical, { leaves: new Uint8Array(256 * 32) })
    const vault = await unlock()

    expect(await readOpen(vault)).toMatchObject({ trust: 'verified' })
    const added = await aDocument('d', 4)
    const changed = change({ ...opened, store: vault.replicas }, [added], [added])
    await expect(changed).rejects.toThrow('lost')
  })

  test('leaves, without pins', async () => {
    const { unlock, them, vault } = await aPhoneWithLists()
    await vault.access.lock()
    await them.outbox.pins.clear()
    await them.cache.replicas.update(critical, { leaves: new Uint8Array(3) })

    expect(await readOpen(await unlock())).toMatchObject({ trust: 'unverified' })
  })
})

describe('exactly what the server signed, planted by somebody who once had it, under a key that she keeps', () => {
  async function planted() {
    const made = await aPhoneWithLists(1)
    const { documents, opened, them, unlock } = made
    await opened.store.savePins()
    const bytes = await them.forgeStream(documents, strangersServer, { keepsHead: true })
    const strangersKey = await importAesKey(bytes)
    const vault = await unlock()
    const added = await aDocument('d', 4)
    return {
      vault,
      me: opened.me,
      add: () => change({ ...opened, store: vault.replicas }, [added], [...documents, added]),
      async strangerOpens(): Promise<boolean> {
        const [chunk] = await them.cache.chunks.toArray()
        if (chunk === undefined) throw new Error('There is no chunk.')
        return Array.isArray(await openChunk(strangersKey, chunk, chunk.sealed))
      },
    }
  }

  test('is verified, and nothing is written under that key', async () => {
    const { vault, add, strangerOpens } = await planted()
    expect(await readOpen(vault)).toMatchObject({ trust: 'verified' })

    await expect(add()).rejects.toThrow('lost')
    expect(await strangerOpens()).toBe(true)
  })

  test('is sealed anew by the next employee online, once', async () => {
    const { vault, me, add, strangerOpens } = await planted()
    const held = { mine: [{ stream: critical, holders: [me] }], colleagues: [] }
    await vault.replicas.shareKeys(held)
    const first = await vault.replicas.findReplica(critical)
    await vault.replicas.shareKeys(held)
    const again = await vault.replicas.findReplica(critical)

    await add()

    expect(again).toEqual(first)
    expect(await strangerOpens()).toBe(false)
    expect((await readOpen(vault)).documents).toHaveLength(4)
  })
})

test('a swapped chunk is never sealed anew beside a changed document', async () => {
  const { unlock, them, opened, documents } = await aPhoneWithLists(1)
  const { chunks } = await them.takeCopy()
  const changed = await aDocument('a', 4, { name: 'Ny' })
  await change(opened, [changed], [changed, ...documents.slice(1)])
  await opened.store.savePins()
  const vault = await unlock()
  await them.cache.chunks.bulkPut(chunks)
  const added = await aDocument('d', 5)

  const live = [changed, ...documents.slice(1), added]

  await expect(change({ ...opened, store: vault.replicas }, [added], live)).rejects.toThrow('lost')
})
