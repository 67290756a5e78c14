import { describe, expect, test } from 'vitest'
import { EmployeeId } from '#domain/base/ids.ts'
import type { Credential } from '#domain/entries/credential.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import { newRecipientPair } from '#sealing/hpke.ts'
import { DeviceId } from '#domain/base/ids.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import {
  aDocument,
  build,
  critical,
  type StoreOfEmployee,
  storeOf,
} from '../../support/build-replica.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import {
  aVouchingServer,
  anUnlockedPhone,
  codeOfAnne,
  type TestPhone,
} from '../../support/test-vault.ts'
import { holdersOfCopies } from './planted.ts'

const server = await aVouchingServer()
const strangersId = EmployeeId.parse('5a000000-0000-4000-8000-000000000001')

/** Gives a key to everybody who has a row, as if the row proved something. */
const anyRow: Partial<TrustParts> = {
  publicKeyOfHolder: (_, row) => Promise.resolve(row.recipient.publicKey),
}

/** Plants an employee with a stranger's key, copies of zeros in her name, and the mark that a chunk is damaged. */
async function plant(
  phone: TestPhone,
  credentialFor: (publicKey: Credential['subject']['publicKey']) => Promise<Credential | null>,
): Promise<StreamHolder> {
  const [outbox, cache] = [phone.outbox(), phone.cache()]
  const [row] = await outbox.employees.toArray()
  if (row === undefined) throw new Error('Nobody is enrolled.')
  const { publicKey } = await newRecipientPair()
  const credential = await credentialFor(publicKey)
  const recipient = { ...row.recipient, publicKey, credential }
  await outbox.employees.put({ ...row, id: strangersId, recipient })
  const zeros = { encapsulatedKey: new Uint8Array(65), sealed: new Uint8Array(48) }
  for (const { id, gen } of await cache.replicas.toArray()) {
    await cache.streamKeys.put({ stream: id, gen, employeeId: strangersId, v: 1, ...zeros })
    await cache.replicas.update(id, { damaged: 1 })
  }
  return { employee: strangersId, keyId: await keyIdOf(publicKey, nodeHasher) }
}

/** What unlock and an honest sync do: copies are shared, and the damaged stream is built anew. */
async function syncHonestly(opened: StoreOfEmployee, listed: readonly StreamHolder[]) {
  const holders = [opened.me, ...listed]
  await opened.store.shareKeys({ mine: [{ stream: critical, holders }], colleagues: [] })
  const documents = [await aDocument('a', 1), await aDocument('b', 2)]
  await build(opened, documents, { session: crypto.randomUUID(), holders })
  await opened.store.shareKeys({ mine: [{ stream: critical, holders }], colleagues: [] })
}

async function aPhoneWithLists() {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  await build(await storeOf({ phone, vault }, server), [await aDocument('a', 1)])
  await vault.access.lock()
  return {
    phone,
    anne: anne.author.employeeId,
    async unlock(parts: Partial<TrustParts> = {}): Promise<StoreOfEmployee> {
      const restarted = await phone.openVault(parts)
      await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
      return storeOf({ phone, vault: restarted }, server)
    },
  }
}

const withoutCredential = () => Promise.resolve(null)

describe('an employee who was planted in the profile', () => {
  test('gets no key, when the server does not list her', async () => {
    const { phone, anne, unlock } = await aPhoneWithLists()
    await plant(phone, withoutCredential)

    await syncHonestly(await unlock(), [])

    expect(await holdersOfCopies(phone)).toEqual([anne])
  })

  test('gets no key, though an employee of that id and key is listed', async () => {
    const { phone, anne, unlock } = await aPhoneWithLists()
    const holder = await plant(phone, withoutCredential)

    await syncHonestly(await unlock(), [holder])

    expect(await holdersOfCopies(phone)).toEqual([anne])
  })

  test('gets every key from who takes a row for a proof', async () => {
    const { phone, anne, unlock } = await aPhoneWithLists()
    const holder = await plant(phone, withoutCredential)

    await syncHonestly(await unlock(anyRow), [holder])

    expect(await holdersOfCopies(phone)).toEqual([anne, strangersId].toSorted())
  })
})

async function here(phone: TestPhone): Promise<DeviceId> {
  const row = await phone.outbox().settings.get('device')
  if (row?.id !== 'device') throw new Error('There is no device.')
  return row.deviceId
}

describe('a stranger’s credential', () => {
  const elsewhere = DeviceId.parse('de000000-0000-4000-8000-000000000009')

  test('of the server, for another device', async () => {
    const { phone, anne, unlock } = await aPhoneWithLists()
    const holder = await plant(phone, (publicKey) =>
      server.vouchForRecipient({ deviceId: elsewhere, employeeId: strangersId, publicKey }),
    )

    await syncHonestly(await unlock(), [holder])

    expect(await holdersOfCopies(phone)).toEqual([anne])
  })

  test('of the server, for another employee on this device', async () => {
    const { phone, anne, unlock } = await aPhoneWithLists()
    const deviceId = await here(phone)
    const other = EmployeeId.parse('5a000000-0000-4000-8000-000000000002')
    const holder = await plant(phone, (publicKey) =>
      server.vouchForRecipient({ deviceId, employeeId: other, publicKey }),
    )

    await syncHonestly(await unlock(), [holder])

    expect(await holdersOfCopies(phone)).toEqual([anne])
  })

  test('of a server of her own', async () => {
    const { phone, anne, unlock } = await aPhoneWithLists()
    const deviceId = await here(phone)
    const strangersServer = await aVouchingServer()
    const holder = await plant(phone, (publicKey) =>
      strangersServer.vouchForRecipient({ deviceId, employeeId: strangersId, publicKey }),
    )

    await syncHonestly(await unlock(), [holder])

    expect(await holdersOfCopies(phone)).toEqual([anne])
  })

  test('of a server of her own is taken by who takes any signature, and only then', async () => {
    const { phone, anne, unlock } = await aPhoneWithLists()
    const deviceId = await here(phone)
    // Her key has the name of the true server's, or nobody would look for it.
    const holder = await plant(phone, async (publicKey) => {
      const credential = await server.vouchForRecipient({
        deviceId,
        employeeId: strangersId,
        publicKey,
      })
      return {
        ...credential,
        signature: (
          await server.vouchForRecipient({
            deviceId: elsewhere,
            employeeId: strangersId,
            publicKey,
          })
        ).signature,
      }
    })
    const signatures = { isSignedBy: () => Promise.resolve(true) }

    await syncHonestly(await unlock(), [holder])
    const honest = await holdersOfCopies(phone)
    await syncHonestly(await unlock({ signatures }), [holder])

    expect(honest).toEqual([anne])
    expect(await holdersOfCopies(phone)).toEqual([anne, strangersId].toSorted())
  })

  test('of the server for her, on this device: she is a colleague', async () => {
    const { phone, anne, unlock } = await aPhoneWithLists()
    const deviceId = await here(phone)
    const holder = await plant(phone, (publicKey) =>
      server.vouchForRecipient({ deviceId, employeeId: strangersId, publicKey }),
    )

    await syncHonestly(await unlock(), [holder])

    expect(await holdersOfCopies(phone)).toEqual([anne, strangersId].toSorted())
  })
})

test('a public key that was put in her own row is not what her keys are sealed to', async () => {
  const { phone, anne, unlock } = await aPhoneWithLists()
  const [row] = await phone.outbox().employees.toArray()
  if (row === undefined) throw new Error('Nobody is enrolled.')
  const { publicKey } = await newRecipientPair()
  await phone.outbox().employees.put({ ...row, recipient: { ...row.recipient, publicKey } })

  await syncHonestly(await unlock(), [])
  const reopened = await unlock()

  expect(await holdersOfCopies(phone)).toEqual([anne])
  expect(await reopened.store.findReplica(critical)).not.toBeNull()
})
