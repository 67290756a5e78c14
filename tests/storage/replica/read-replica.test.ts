import { expect, test } from 'vitest'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { StreamReading } from '#storage/replica/stream-reading.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import {
  aDocument,
  build,
  change,
  critical,
  headOver,
  storeOf,
} from '../../support/build-replica.ts'
import {
  aVouchingServer,
  anUnlockedPhone,
  codeOfAnne,
  noon,
  type TestPhone,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()
const soundHere = { schema: 'patient@1', build: 'this one' }

type OpenReading = Extract<StreamReading, { kind: 'open' }>

async function readOpen(vault: Vault): Promise<OpenReading> {
  const reading = await vault.streams.read(critical)
  if (reading.kind !== 'open') throw new Error(`The stream is ${reading.kind}.`)
  return reading
}

/** Locked with some documents on it, and her vault opened again as after a restart. */
async function aLockedPhone() {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const documents = await Promise.all(
    Array.from({ length: 300 }, (_, index) => aDocument(`patient-${index}`, index + 1)),
  )
  await build(await storeOf({ phone, vault }, server), documents)
  const restarted = await phone.openVault()
  return {
    phone,
    documents,
    /** As in another tab of the same phone. */
    elsewhere: vault,
    vault: restarted,
    unlock: () => restarted.access.unlock(anne.author.employeeId, codeOfAnne),
  }
}

async function addOne(phone: TestPhone, vault: Vault): Promise<void> {
  const before = await readOpen(vault)
  const documents = [await aDocument('one more', 301)]
  const live = [...before.documents, ...documents]
  await change(await storeOf({ phone, vault }, server), documents, live)
}

/** Loses the stream and fetches it again, under another key. */
async function fetchAgain(
  phone: TestPhone,
  vault: Vault,
  documents: readonly StreamDocument[],
): Promise<void> {
  await vault.replicas.shareKeys({ mine: [], colleagues: [] })
  await build(await storeOf({ phone, vault }, server), documents)
}

test('what was fetched while locked opens without asking the disk again', async () => {
  const { phone, vault, unlock, documents } = await aLockedPhone()
  await vault.streams.prefetch('real')
  await phone.cache().chunks.clear()

  await unlock()

  const { documents: opened, damagedParts } = await readOpen(vault)
  expect(opened.toSorted((a, b) => a.seq - b.seq)).toEqual(documents)
  expect(damagedParts).toBe(0)
})

test('what was fetched while locked is used once: then the disk is read', async () => {
  const { phone, vault, unlock } = await aLockedPhone()
  await vault.streams.prefetch('real')
  await unlock()
  await readOpen(vault)
  await phone.cache().chunks.clear()

  expect(await readOpen(vault)).toMatchObject({ documents: [], damagedParts: 4 })
})

test('what was fetched while locked still needs the key', async () => {
  const { vault } = await aLockedPhone()

  await vault.streams.prefetch('real')

  expect(await vault.streams.read(critical)).toEqual({ kind: 'locked' })
})

test('what another tab took in since it was fetched is what is read', async () => {
  const { phone, vault, elsewhere, unlock } = await aLockedPhone()
  await vault.streams.prefetch('real')
  await addOne(phone, elsewhere)
  await unlock()

  expect((await readOpen(vault)).documents).toHaveLength(301)
})

test('a stream that was fetched again under another key since it was prefetched is not called damaged', async () => {
  const { phone, vault, elsewhere, unlock, documents } = await aLockedPhone()
  await vault.streams.prefetch('real')
  await fetchAgain(phone, elsewhere, documents)
  await unlock()

  expect(await readOpen(vault)).toMatchObject({ damagedParts: 0 })
  expect(await vault.replicas.findReplica(critical)).not.toBeNull()
})

test('a stream that another tab dropped and fetched again opens with its new key', async () => {
  const { phone, vault, elsewhere, unlock, documents } = await aLockedPhone()
  await unlock()
  await readOpen(vault)
  await fetchAgain(phone, elsewhere, documents)

  expect(await readOpen(vault)).toMatchObject({ damagedParts: 0 })
  expect(await vault.replicas.findReplica(critical)).not.toBeNull()
})

test('what was fetched while locked can be discarded', async () => {
  const { phone, vault, unlock } = await aLockedPhone()
  await vault.streams.prefetch('real')
  vault.streams.discardPrefetched()
  await phone.cache().chunks.clear()
  await unlock()

  expect(await readOpen(vault)).toMatchObject({ documents: [], damagedParts: 4 })
})

test('a stream that was dropped and fetched again with other documents is another version', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  await build(await storeOf({ phone, vault }, server), [await aDocument('a', 1)])
  const { version } = await readOpen(vault)
  await fetchAgain(phone, vault, [await aDocument('b', 1)])

  expect(await vault.streams.read(critical, version)).toMatchObject({
    kind: 'open',
    documents: [{ docId: 'b' }],
  })
})

test('who found a version sound is kept with it over a restart, until the documents are others', async () => {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  await build(await storeOf({ phone, vault }, server), [await aDocument('a', 300)])
  const { version, soundFor: atFirst } = await readOpen(vault)
  await vault.streams.markSound({ stream: critical, version }, soundHere)
  await vault.streams.markSound(
    { stream: critical, version },
    { schema: 'other@1', build: 'that one' },
  )
  const later = await headOver([await aDocument('a', 300)], server, { time: plusMinutes(noon, 5) })
  await vault.replicas.confirmHead(critical, 1, later)
  await vault.replicas.savePins()
  const restarted = await phone.openVault()
  await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
  const kept = await readOpen(restarted)

  await addOne(phone, restarted)

  const changed = await readOpen(restarted)
  expect(atFirst).toEqual({})
  expect(kept).toMatchObject({
    version,
    soundFor: { 'patient@1': 'this one', 'other@1': 'that one' },
  })
  expect(changed.soundFor).toEqual({})
  expect(changed.version).not.toBe(version)
})

test('that a version is valid says nothing about a version that was received meanwhile', async () => {
  const { phone, vault } = await anUnlockedPhone(server)
  await build(await storeOf({ phone, vault }, server), [await aDocument('a', 300)])
  const { version } = await readOpen(vault)
  await addOne(phone, vault)

  await vault.streams.markSound({ stream: critical, version }, soundHere)

  expect((await readOpen(vault)).soundFor).toEqual({})
})
