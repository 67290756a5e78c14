import { describe, expect, test } from 'vitest'
import type { StreamId } from '#domain/streams/stream.ts'
import { dexieReplicaStore } from '#storage/replica/dexie-replica-store.ts'
import { replicaReader } from '#storage/replica/read-replica.ts'
import { sealedStreams } from '#storage/replica/sealed-streams.ts'
import { streamKeys } from '#storage/replica/stream-keys.ts'
import { superviseCache, superviseOutbox } from '#storage/databases/supervised-databases.ts'
import { openEmployee, readEnvelope } from '#storage/vault/employee.ts'
import { unlockedEmployee } from '#storage/unlocked/unlocked-employee.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { aBuild, aDocument, at, build, critical } from '../../support/build-replica.ts'
import { replicaStoreContract } from '../../support/replica-store-contract.ts'
import {
  aPhone,
  aProfile,
  aVouchingServer,
  anUnlockedPhone,
  codeOfAnne,
  enrol,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()

async function read(vault: Vault, stream: StreamId) {
  const reading = await vault.streams.read(stream)
  return reading.kind === 'open' ? reading.documents : null
}

describe('the contract of every replica store', async () => {
  const { vault, anne, phone } = await anUnlockedPhone(server)
  const row = await phone.outbox().employees.get(anne.author.employeeId)
  const envelope = row === undefined ? 'keysNotKept' : readEnvelope(row)
  const employee =
    typeof envelope === 'string' ? envelope : await openEmployee(envelope, codeOfAnne)
  if (row === undefined || typeof employee === 'string') throw new Error('She does not open.')
  await vault.access.lock()

  // Enrolled once, for making her keys takes longer than any of the tests.
  replicaStoreContract(async () => {
    const { outbox, cache } = aPhone()
    await outbox().employees.put(row)
    const supervised = { cache: superviseCache(cache), hasher: nodeHasher }
    const keys = streamKeys({
      cache: supervised.cache,
      outbox: superviseOutbox(outbox, supervised.cache),
    })
    const opened = unlockedEmployee()
    opened.begin({ ...employee, streamKeys: new Map(), lockCount: 0 })
    const sealed = sealedStreams({ ...supervised, unlocked: opened })
    const readStream = replicaReader({ ...supervised, sealed, unlocked: opened, keys })
    return {
      store: dexieReplicaStore({ ...supervised, unlocked: opened, keys }),
      async read(stream) {
        const reading = await readStream(stream)
        return reading.kind === 'open' ? reading.documents : null
      },
    }
  })
})

test('a locked phone reads nothing, and opens everything again with the code', async () => {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const documents = [await aDocument('a', 1)]
  await build(vault.replicas, documents)

  await vault.access.lock()

  expect(await vault.streams.read(critical)).toEqual({ kind: 'locked' })
  const restarted = await phone.openVault()
  await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
  expect(await read(restarted, critical)).toEqual(documents)
})

test('staging goes on where it was after a restart', async () => {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  await vault.replicas.beginStaging(aBuild())
  const page = { stream: critical, session: 'first' }
  const first = await aDocument('a', 1)
  await vault.replicas.stagePage({ ...page, after: 0, documents: [first], to: at(1) })

  const restarted = await phone.openVault()
  await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
  const staging = await restarted.replicas.findStaging(critical)
  const second = await aDocument('b', 2)
  await restarted.replicas.stagePage({ ...page, after: 1, documents: [second], to: at(2) })
  await restarted.replicas.commitStaging({ ...page, head: at(2), verifiedAt: phone.clock.now() })

  expect(staging).toEqual({ ...aBuild(), at: at(1) })
  expect(await read(restarted, critical)).toHaveLength(2)
})

test('a stream that has grown from nothing by deltas is spread over more chunks', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  await build(vault.replicas, [await aDocument('first', 1)])
  const many = Array.from({ length: 500 }, (_, index) => aDocument(`patient-${index}`, index + 2))
  const documents = await Promise.all(many)
  const page = { stream: critical, session: 'second' }
  await vault.replicas.beginStaging({
    ...page,
    kind: 'delta',
    baseRev: 1,
    base: 1,
    at: at(1),
  })
  await vault.replicas.stagePage({ ...page, after: 1, documents, to: at(501) })
  await vault.replicas.commitStaging({ ...page, head: at(501), verifiedAt: phone.clock.now() })

  expect(await read(vault, critical)).toHaveLength(501)
  expect(await phone.cache().chunks.count()).toBe(8)
})

test('a delta seals only the chunks that it touches', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  const many = Array.from({ length: 700 }, (_, index) => aDocument(`patient-${index}`, index + 1))
  await build(vault.replicas, await Promise.all(many))
  const before = await phone.cache().chunks.toArray()
  const page = { stream: critical, session: 'second' }
  const changed = await aDocument('patient-7', 701, { name: 'Ny' })
  await vault.replicas.beginStaging({
    ...page,
    kind: 'delta',
    baseRev: 1,
    base: 700,
    at: at(700),
  })
  await vault.replicas.stagePage({ ...page, after: 700, documents: [changed], to: at(701) })
  await vault.replicas.commitStaging({ ...page, head: at(701), verifiedAt: phone.clock.now() })

  const after = await phone.cache().chunks.toArray()
  const resealed = after.filter(({ sealed }, index) => {
    return String(sealed.iv) !== String(before[index]?.sealed.iv)
  })
  expect(before).toHaveLength(8)
  expect(resealed).toHaveLength(1)
})

test('a chunk that does not open is counted and kept, and sync rebuilds the stream separately', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  const documents = await Promise.all(
    Array.from({ length: 300 }, (_, index) => aDocument(`patient-${index}`, index + 1)),
  )
  await build(vault.replicas, documents)
  const cache = phone.cache()
  const [chunk] = await cache.chunks.toArray()
  if (chunk === undefined) throw new Error('There is no chunk to damage.')
  chunk.sealed.ct.fill(0, 0, 8)
  await cache.chunks.put(chunk)

  const reading = await vault.streams.read(critical)

  expect(reading).toMatchObject({ kind: 'open', damagedParts: 1 })
  expect(await cache.chunks.count()).toBe(4)
  expect(await vault.replicas.findReplica(critical)).toBeNull()
  await build(vault.replicas, documents, { session: 'second' })
  expect(await vault.streams.read(critical)).toMatchObject({ kind: 'open', damagedParts: 0 })
})

test('two chunks that changed places do not open', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  const documents = await Promise.all(
    Array.from({ length: 150 }, (_, index) => aDocument(`patient-${index}`, index + 1)),
  )
  await build(vault.replicas, documents)
  const cache = phone.cache()
  const [first, second] = await cache.chunks.toArray()
  if (first === undefined || second === undefined) throw new Error('There are no two chunks.')
  await cache.chunks.bulkPut([
    { ...first, sealed: second.sealed },
    { ...second, sealed: first.sealed },
  ])

  const reading = await vault.streams.read(critical)

  expect(reading).toMatchObject({ kind: 'open', documents: [], damagedParts: 2 })
})

async function aSharedPhone() {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const berit = aProfile('Berit Haugen')
  await enrol(vault, server, { profile: berit, code: '271828' })
  const unlock = async (profile: typeof anne, code: string) => {
    await vault.access.lock()
    const unlocked = await vault.access.unlock(profile.author.employeeId, code)
    if (!unlocked.ok) throw new Error(`Not unlocked: ${unlocked.refusal.kind}`)
  }
  return {
    phone,
    vault,
    asAnne: () => unlock(anne, codeOfAnne),
    asBerit: () => unlock(berit, '271828'),
  }
}

describe('two employees on one phone', () => {
  test('the second one fetches a stream again, and it is stored once for both', async () => {
    const { phone, vault, asAnne, asBerit } = await aSharedPhone()
    await asAnne()
    await build(vault.replicas, [await aDocument('a', 1)])
    await asBerit()
    expect(await vault.replicas.findReplica(critical)).toBeNull()

    await build(vault.replicas, [await aDocument('a', 1), await aDocument('b', 2)])

    expect(await read(vault, critical)).toHaveLength(2)
    await asAnne()
    expect(await read(vault, critical)).toHaveLength(2)
    expect(await phone.cache().chunks.count()).toBe(1)
  })

  test('whoever loses the zone has no key to it, and her colleague still reads it', async () => {
    const { phone, vault, asAnne, asBerit } = await aSharedPhone()
    await asAnne()
    await build(vault.replicas, [await aDocument('a', 1)])
    await asBerit()
    await build(vault.replicas, [await aDocument('a', 1)])
    const before = await phone.cache().chunks.toArray()

    await vault.replicas.drop(critical)

    expect(await vault.streams.read(critical)).toEqual({ kind: 'none' })
    expect(await vault.replicas.listReplicas()).toEqual([])
    await asAnne()
    expect(await read(vault, critical)).toEqual([await aDocument('a', 1)])
    const after = await phone.cache().chunks.toArray()
    expect(after[0]?.gen).toBeGreaterThan(before[0]?.gen ?? Infinity)
  })
})
