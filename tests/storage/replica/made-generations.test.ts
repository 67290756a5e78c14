import type { Table } from 'dexie'
import { expect, test } from 'vitest'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import { type TrustParts, trustParts } from '#storage/trust/trust-parts.ts'
import {
  aBuild,
  aDocument,
  build,
  change,
  critical,
  holdersOn,
  storeOf,
} from '../../support/build-replica.ts'
import {
  type TestPhone,
  aProfile,
  aVouchingServer,
  anUnlockedPhone,
  codeOfAnne,
  enrol,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()

/** Anne's and Berit's phone. The app ends where it stands, without locking, and Anne unlocks it again. */
async function aSharedPhone() {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  await enrol(vault, server, { profile: aProfile('Berit Haugen'), code: '271828' })
  await vault.access.lock()
  const asAnne = async (parts: Partial<TrustParts> = {}) => {
    const opened = await phone.openVault({ parts })
    await opened.access.unlock(anne.author.employeeId, codeOfAnne)
    const documents = async () => {
      const reading = await opened.streams.read(critical)
      return reading.kind === 'open' ? reading.documents : null
    }
    return { ...(await storeOf({ phone, vault: opened }, server)), documents }
  }
  const opened = await asAnne()
  return { phone, asAnne, opened, me: opened.me, holders: await holdersOn(phone) }
}

/** Somebody who writes in the profile, or a colleague who is online, has deleted them. */
async function deleteCopiesOfOthers(phone: TestPhone, { employee }: StreamHolder): Promise<number> {
  const copies = await phone.cache().streamKeys.toArray()
  const others = copies.filter(({ employeeId }) => employeeId !== employee)
  const keys = others.map(({ stream, gen, employeeId }) => [stream, gen, employeeId] as const)
  await phone.cache().streamKeys.bulkDelete(keys.map((key) => [...key]))
  return others.length
}

function listedFor(...holders: readonly StreamHolder[]) {
  return { mine: [{ stream: critical, holders: [...holders] }], colleagues: [] }
}

test('a build is not gone on with once an employee who got its key is not listed, though the app ended and her copy is gone', async () => {
  const { phone, asAnne, opened, me, holders } = await aSharedPhone()
  await opened.store.beginStaging(aBuild(), holders)
  const { store } = await asAnne()
  expect(await deleteCopiesOfOthers(phone, me)).toBe(1)

  await store.shareKeys(listedFor(me))

  expect(await store.findStaging(critical)).toBeNull()
})

test('a build is gone on with after the app ended, while all who got its key are listed', async () => {
  const { asAnne, opened, holders } = await aSharedPhone()
  await opened.store.beginStaging(aBuild(), holders)
  const { store } = await asAnne()

  await store.shareKeys(listedFor(...holders))

  expect(await store.findStaging(critical)).toMatchObject({ session: 'first' })
})

test('who was given a key is known after the app ended, though her copy is gone', async () => {
  const { phone, asAnne, opened, me, holders } = await aSharedPhone()
  await build(opened, [await aDocument('a', 1)])
  await opened.store.savePins()
  await opened.store.shareKeys(listedFor(...holders))
  const { store } = await asAnne()
  const before = await store.findReplica(critical)
  expect(await deleteCopiesOfOthers(phone, me)).toBe(1)

  await store.shareKeys(listedFor(me))

  const after = await store.findReplica(critical)
  expect(after?.generation).toBeGreaterThan(before?.generation ?? Infinity)
})

test('what another tab of hers has begun or made is her own', async () => {
  const { asAnne, opened, me } = await aSharedPhone()
  const tab = await asAnne()
  await build(opened, [await aDocument('a', 1)])
  await opened.store.beginStaging(aBuild('second'), [me])

  await tab.store.shareKeys(listedFor(me))

  expect(await tab.store.findReplica(critical)).toMatchObject({ generation: 1 })
  expect(await tab.store.findStaging(critical)).toMatchObject({ session: 'second' })
})

test('a build that begins takes nothing away that another tab has shown meanwhile', async () => {
  const { asAnne, opened, me } = await aSharedPhone()
  const { documents, ...tab } = await asAnne({
    // While the key is sealed to the holders, the other tab builds the same stream.
    async publicKeyOfHolder(...about) {
      const shown = await opened.store.findReplica(critical)
      if (shown === null) await build(opened, [await aDocument('a', 1)])
      return trustParts.publicKeyOfHolder(...about)
    },
  })

  await tab.store.beginStaging(aBuild('second'), [me])

  expect(await tab.store.findStaging(critical)).toBeNull()
  expect(await documents()).toEqual([await aDocument('a', 1)])
})

/** Somebody who writes in the profile puts the cache back to what it was. */
async function cacheOf(phone: TestPhone): Promise<() => Promise<void>> {
  const { replicas, chunks, streamKeys } = phone.cache()
  const tables = [replicas, chunks, streamKeys]
  const rows: unknown[][] = await Promise.all(tables.map((table) => table.toArray()))
  return async () => {
    for (const [at, table] of tables.entries()) {
      await table.clear()
      await (table as Table<unknown>).bulkPut(rows[at] ?? [])
    }
  }
}

test.each([
  ['who has the key is not listed any more, and nothing is laid upon it', false],
  ['who has the key is still listed, and changes are laid upon it', true],
])('a generation is put back since the listing: %s', async (_, isListed) => {
  const { phone, opened, me, holders } = await aSharedPhone()
  const { store } = opened
  const [a, b] = [await aDocument('a', 1), await aDocument('b', 2)]
  await build(opened, [a])
  await store.shareKeys(listedFor(...holders))
  const putBack = await cacheOf(phone)
  await store.shareKeys(isListed ? listedFor(...holders) : listedFor(me))
  await putBack()

  const outcome = await change(opened, [b], [a, b]).then(
    () => 'laid upon it',
    ({ message }: Error) => message,
  )

  expect(outcome).toBe(isListed ? 'laid upon it' : 'The change was lost.')
})
