import { describe, expect, test } from 'vitest'
import type { StreamId } from '#domain/streams/stream.ts'
import { superviseCache, superviseOutbox } from '#storage/databases/supervised-databases.ts'
import { dexieReplicaStore } from '#storage/replica/dexie-replica-store.ts'
import { openedStreams } from '#storage/replica/opened-streams.ts'
import { streamKeys } from '#storage/replica/stream-keys.ts'
import { trustParts } from '#storage/trust/trust-parts.ts'
import { noPins, pinsOf } from '#storage/unlocked/pins.ts'
import { openEmployee, readEnvelope } from '#storage/vault/employee.ts'
import { unlockedEmployee } from '#storage/unlocked/unlocked-employee.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import {
  aBuild,
  aDocument,
  at,
  build,
  change,
  critical,
  headOver,
  holdersOn,
  inBuckets,
  storeOf,
  upTo,
} from '../../support/build-replica.ts'
import { replicaStoreContract } from '../../support/replica-store-contract.ts'
import { aPhone, aVouchingServer, anUnlockedPhone, codeOfAnne } from '../../support/test-vault.ts'
import { quickWrapping } from '../../support/wrapping.ts'

const server = await aVouchingServer()

async function read(vault: Vault, stream: StreamId) {
  const reading = await vault.streams.read(stream)
  return reading.kind === 'open' ? reading.documents : null
}

describe('the contract of every replica store', async () => {
  const { phone, anne } = await anUnlockedPhone(server)
  const [row] = await phone.outbox().employees.toArray()
  const device = await phone.outbox().settings.get('device')
  const [hers] = await phone.outbox().devices.toArray()
  const { wrapLimits } = quickWrapping
  const envelope = row === undefined ? 'keysNotKept' : readEnvelope(row, wrapLimits)
  const employee =
    typeof envelope === 'string' ? envelope : await openEmployee(envelope, codeOfAnne)
  if (
    row === undefined ||
    device === undefined ||
    hers === undefined ||
    typeof employee === 'string'
  ) {
    throw new Error('She does not open.')
  }
  const [me] = await holdersOn(phone)
  if (me?.employee !== anne.author.employeeId) throw new Error('She is not listed.')

  // Enrolled once, because making her keys takes longer than any of the tests.
  replicaStoreContract(async () => {
    const databases = aPhone()
    await databases.outbox().employees.put(row)
    await databases.outbox().settings.put(device)
    await databases.outbox().devices.put(hers)
    const cache = superviseCache(databases.cache)
    const outbox = superviseOutbox(databases.outbox, cache)
    const tools = { signatures: trustParts.signatures, hasher: nodeHasher }
    const keys = streamKeys({ cache, outbox, parts: trustParts, tools })
    const unlocked = unlockedEmployee()
    unlocked.begin({ ...employee, pins: pinsOf(noPins), streamKeys: new Map(), lockCount: 0 })
    const services = { cache, outbox, unlocked, keys, tools, parts: trustParts }
    const streams = openedStreams(services)
    return {
      store: dexieReplicaStore(services),
      server,
      me,
      async read(stream) {
        const reading = await streams.read(stream)
        return reading.kind === 'open' ? reading.documents : null
      },
    }
  })
})

test('a locked phone reads nothing, and opens everything again with the code', async () => {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const documents = [await aDocument('a', 1)]
  await build(await storeOf({ phone, vault }, server), documents)

  await vault.access.lock()

  expect(await vault.streams.read(critical)).toEqual({ kind: 'locked' })
  const restarted = await phone.openVault()
  await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
  expect(await read(restarted, critical)).toEqual(documents)
})

test('staging goes on where it was after a restart', async () => {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const { me } = await storeOf({ phone, vault }, server)
  await vault.replicas.beginStaging(aBuild(), [me])
  const staged = { stream: critical, session: 'first' }
  const documents = await Promise.all(
    Array.from({ length: 20 }, (_, index) => aDocument(`patient-${index}`, index + 1)),
  )
  const changed = await aDocument('patient-3', 21, { name: 'Ny' })
  const live = [...documents.filter(({ docId }) => docId !== 'patient-3'), changed]
  const begun = await headOver(documents, server)
  const part = { ...staged, buckets: 4, head: begun }
  const [first, second] = [
    { from: 0, next: 2 },
    { from: 2, next: 4 },
  ]
  const inFirst = await inBuckets(documents, { buckets: 4, ...first })
  await vault.replicas.stageBuckets({ ...part, ...first, documents: inFirst })

  const restarted = await phone.openVault()
  await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
  const staging = await restarted.replicas.findStaging(critical)
  const inSecond = await inBuckets(documents, { buckets: 4, ...second })
  await restarted.replicas.stageBuckets({ ...part, ...second, documents: inSecond })
  const again = await phone.openVault()
  await again.access.unlock(anne.author.employeeId, codeOfAnne)
  await again.replicas.stagePage({ ...staged, after: 20, documents: [changed], ...upTo(21) })
  const head = await headOver(live, server)
  const ended = await again.replicas.commitStaging({ ...staged, head })

  expect(staging).toMatchObject({
    at: at(20),
    layout: { buckets: 4, next: 2 },
    newest: begun,
  })
  expect(ended).toBe('committed')
  expect(await read(again, critical)).toHaveLength(20)
})

test('changes are laid upon no chunk of a build that is another one than was staged', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  const { me } = await storeOf({ phone, vault }, server)
  await vault.replicas.beginStaging(aBuild(), [me])
  const staged = { stream: critical, session: 'first' }
  const [kept, former] = [await aDocument('kept', 1), await aDocument('changed', 2)]
  const begun = await headOver([kept, former], server)
  const whole = { buckets: 1, from: 0, next: 1, documents: [kept, former], head: begun }
  await vault.replicas.stageBuckets({ ...staged, ...whole })
  const changed = await aDocument('changed', 3, { name: 'Ny' })
  await phone
    .cache()
    .chunks.toCollection()
    .modify((chunk) => {
      chunk.sealed = { ...chunk.sealed, iv: new Uint8Array(12) }
    })

  await vault.replicas.stagePage({ ...staged, after: 2, documents: [changed], ...upTo(3) })
  const head = await headOver([kept, changed], server)
  const ended = await vault.replicas.commitStaging({ ...staged, head })

  expect(ended).toBe('lost')
  expect(await vault.replicas.findReplica(critical)).toBeNull()
})

test('a stream that has grown from nothing by deltas is spread over more chunks', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  const opened = await storeOf({ phone, vault }, server)
  const first = await aDocument('first', 1)
  await build(opened, [first], { buckets: 1 })
  const many = Array.from({ length: 500 }, (_, index) => aDocument(`patient-${index}`, index + 2))
  const documents = await Promise.all(many)

  await change(opened, documents, [first, ...documents])

  expect(await vault.streams.read(critical)).toMatchObject({ kind: 'open', trust: 'verified' })
  expect(await read(vault, critical)).toHaveLength(501)
  expect(await phone.cache().chunks.count()).toBe(16)
})

test('a delta seals only the chunks that it touches', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  const opened = await storeOf({ phone, vault }, server)
  const many = Array.from({ length: 700 }, (_, index) => aDocument(`patient-${index}`, index + 1))
  const documents = await Promise.all(many)
  await build(opened, documents, { buckets: 8 })
  const before = await phone.cache().chunks.toArray()
  const changed = await aDocument('patient-7', 701, { name: 'Ny' })
  const live = [...documents.filter(({ docId }) => docId !== 'patient-7'), changed]

  await change(opened, [changed], live)

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
  const opened = await storeOf({ phone, vault }, server)
  await build(opened, documents)
  const cache = phone.cache()
  const [chunk] = await cache.chunks.toArray()
  if (chunk === undefined) throw new Error('There is no chunk to damage.')
  chunk.sealed.ct.fill(0, 0, 8)
  await cache.chunks.put(chunk)

  const reading = await vault.streams.read(critical)

  expect(reading).toMatchObject({ kind: 'open', damagedParts: 1 })
  expect(await cache.chunks.count()).toBe(4)
  expect(await vault.replicas.findReplica(critical)).toBeNull()
  await build(opened, documents, { session: 'second' })
  expect(await vault.streams.read(critical)).toMatchObject({ kind: 'open', damagedParts: 0 })
})

test('two chunks that changed places do not open', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  const documents = await Promise.all(
    Array.from({ length: 150 }, (_, index) => aDocument(`patient-${index}`, index + 1)),
  )
  const opened = await storeOf({ phone, vault }, server)
  await build(opened, documents)
  const cache = phone.cache()
  const [first, second] = await cache.chunks.toArray()
  if (first === undefined || second === undefined) throw new Error('There are no two chunks.')
  await cache.chunks.bulkPut([
    { ...first, sealed: second.sealed },
    { ...second, sealed: first.sealed },
  ])

  const reading = await vault.streams.read(critical)

  expect(reading).toMatchObject({ kind: 'open', damagedParts: 2 })
})
