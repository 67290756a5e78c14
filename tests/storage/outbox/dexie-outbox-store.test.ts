import { describe, expect, test } from 'vitest'
import { bytesFromBase64Url, Base64Url } from '#domain/base/base64url.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { anEntry } from '../../support/an-entry.ts'
import { outboxStoreContract } from '../../support/outbox-store-contract.ts'
import {
  aPhone,
  aProfile,
  aVouchingServer,
  codeOfAnne,
  enrol,
  noon,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()

function days(count: number): Instant {
  return plusMinutes(noon, count * 24 * 60)
}

async function aWritingPhone() {
  const phone = aPhone()
  const profile = aProfile()
  const { employeeId } = profile.author
  const vault = await phone.openVault()
  await enrol(vault, server, { profile })
  async function add() {
    const added = await vault.entries.add(anEntry(employeeId))
    if (!added.ok) throw new Error(`Not added: ${added.refusal.kind}`)
    return added.value
  }
  return { phone, vault, employeeId, add }
}

describe('the contract of every outbox store', () => {
  outboxStoreContract(async () => {
    const { vault, employeeId, add } = await aWritingPhone()
    return {
      store: vault.outbox,
      add,
      async vouchForNew() {
        const request = await vault.access.renewEnrolment(server.challenge())
        if (!request.ok) throw new Error('The vault is locked.')
        await vault.access.completeEnrolment(await server.answer(request.value, employeeId))
      },
      async verify(device, bytes, signature) {
        const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
        const { publicKey } = device.subject
        const key = await crypto.subtle.importKey('jwk', publicKey, algorithm, true, ['verify'])
        const signed = bytesFromBase64Url(Base64Url.parse(signature))
        return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signed, bytes)
      },
    }
  })
})

test('a locked phone pushes with the key of the device', async () => {
  const { phone, vault, add } = await aWritingPhone()
  const { deviceId } = await add()
  await vault.access.lock()

  const restarted = await phone.openVault()
  const limits = { entries: 100, bytes: 512 * 1024, without: new Set<never>() }
  const [push] = await restarted.outbox.listPendingPushes(limits)

  expect(push?.entries).toHaveLength(1)
  expect(await restarted.outbox.signAsDevice(deviceId, new Uint8Array(3))).toHaveLength(86)
})

test('after a fork the device says that somebody must sign in, and the vault still writes', async () => {
  const { vault, add } = await aWritingPhone()
  const { deviceId } = await add()

  await vault.outbox.endDevice(deviceId)

  expect((await vault.access.status()).needsRenewal).toBe(true)
  expect((await add()).n).toBe(1)
  const limits = { entries: 100, bytes: 512 * 1024, without: new Set<never>() }
  const pushes = await vault.outbox.listPendingPushes(limits)
  expect(pushes.map((push) => push.deviceId)).toEqual([deviceId])
})

test("the author's copy stays until thirty days after a durable receipt, and then goes", async () => {
  const { vault, add } = await aWritingPhone()
  const { entryId, deviceId } = await add()
  const acked = [{ entryId, state: 'acked' as const }]
  const told = { noticesAfter: 0, noticesCursor: 0, durable: null }

  await vault.outbox.recordReceipts(deviceId, acked, { ...told, at: noon })
  await vault.outbox.recordReceipts(deviceId, [], { ...told, at: days(90) })
  const withoutBackup = await vault.entries.findOwn(entryId)
  await vault.outbox.recordReceipts(deviceId, [], { ...told, at: days(91), durable: 1 })
  await vault.outbox.recordReceipts(deviceId, [], { ...told, at: days(92) })
  const afterwards = await vault.entries.findOwn(entryId)

  expect(withoutBackup).toMatchObject({ value: { content: { kind: 'open' } } })
  expect(afterwards).toMatchObject({ value: { content: { kind: 'gone' }, state: 'durable' } })
  expect(await vault.outbox.countByState()).toMatchObject({ durable: 1 })
})

test('ten wrong codes leave the outbox to be sent', async () => {
  const { phone, vault, employeeId, add } = await aWritingPhone()
  await add()
  await vault.access.lock()
  for (let tried = 0; tried < 10; tried++) {
    await vault.access.unlock(employeeId, '000001')
    phone.passSeconds(3600)
  }

  expect(await vault.access.unlock(employeeId, codeOfAnne)).toMatchObject({
    refusal: { kind: 'erased' },
  })
  const limits = { entries: 100, bytes: 512 * 1024, without: new Set<never>() }
  const [push] = await vault.outbox.listPendingPushes(limits)
  expect(push?.entries).toHaveLength(1)
})
