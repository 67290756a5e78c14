import { expect, test } from 'vitest'
import { EntryId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import { aDraft, aResponse, anEntry, nord1 } from '../../support/an-entry.ts'
import {
  aPhone,
  aProfile,
  aVouchingServer,
  codeOfAnne,
  enrol,
  noon,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()
const codeOfBerit = '271828'

/** Berit and Anne share the phone; Anne has it in her hand. */
async function aSharedPhone(role: EmployeeProfile['role'] = 'nurse') {
  const phone = aPhone()
  const vault = await phone.openVault()
  const berit = { ...aProfile('Berit Haugen'), role }
  const anne = aProfile()
  await enrol(vault, server, { profile: berit, code: codeOfBerit })
  await vault.access.lock()
  await enrol(vault, server, { profile: anne })
  return { phone, vault, anne: anne.author.employeeId, berit: berit.author.employeeId }
}

function aSignature() {
  const entryId = EntryId.parse(crypto.randomUUID())
  const { patientId } = aDraft()
  const countersigns = { entryId: EntryId.parse(crypto.randomUUID()), hash: 'a'.repeat(64) }
  return {
    entryId,
    zone: nord1,
    world: 'real',
    content: {
      kind: 'form',
      patientId,
      eventAt: noon,
      writtenAt: noon,
      countersigns,
      response: aResponse('Kontrollert'),
    },
  } as const
}

test('a colleague signs one entry with her code, and the first stays unlocked', async () => {
  const { vault, anne, berit } = await aSharedPhone()
  const signature = aSignature()

  const signed = await vault.secondSigner.sign(berit, codeOfBerit, signature)

  expect(signed).toMatchObject({ ok: true, value: { entryId: signature.entryId, n: 1 } })
  expect((await vault.access.findUnlocked())?.employeeId).toBe(anne)
  expect(await vault.entries.listOwn()).toEqual({ ok: true, value: [] })
  expect(await vault.secondSigner.listWitnessed()).toMatchObject({
    ok: true,
    value: [
      {
        entryId: signature.entryId,
        state: 'sealed',
        content: { value: { author: { employeeId: berit, name: 'Berit Haugen' } } },
      },
    ],
  })
})

test('it is sealed with her key, and hers to read when she unlocks', async () => {
  const { phone, vault, berit } = await aSharedPhone()
  const signature = aSignature()
  await vault.secondSigner.sign(berit, codeOfBerit, signature)

  const database = phone.outbox()
  const row = await database.entries.get(signature.entryId)
  const keyOfBerit = (await database.employees.get(berit))?.author.keyId
  database.close()
  await vault.access.lock()
  await vault.access.unlock(berit, codeOfBerit)

  expect(row?.employeeId).toBe(berit)
  expect(row?.entry.header.authorKeyId).toBe(keyOfBerit)
  expect(await vault.entries.listOwn()).toMatchObject({
    ok: true,
    value: [{ entryId: signature.entryId, content: { value: signature.content } }],
  })
  expect(await vault.secondSigner.listWitnessed()).toEqual({ ok: true, value: [] })
})

test('a wrong code costs one of her tries, and signs nothing', async () => {
  const { vault, berit } = await aSharedPhone()

  const refusal = await vault.secondSigner.sign(berit, codeOfAnne, aSignature())

  expect(refusal).toMatchObject({ ok: false, refusal: { kind: 'wrongCode', triesLeft: 9 } })
  expect(await vault.entries.listStates()).toEqual([])
  const { employees } = await vault.access.status()
  expect(employees.find(({ employeeId }) => employeeId === berit)?.triesLeft).toBe(9)
})

test('ten wrong codes destroy her keys and leave the first one hers', async () => {
  const { phone, vault, anne, berit } = await aSharedPhone()

  for (let tries = 0; tries < 10; tries++) {
    await vault.secondSigner.sign(berit, '000000', aSignature())
    phone.passSeconds(700)
  }

  expect(await vault.secondSigner.sign(berit, codeOfBerit, aSignature())).toMatchObject({
    refusal: { kind: 'erased' },
  })
  expect((await vault.access.findUnlocked())?.employeeId).toBe(anne)
})

test('nobody is the second one to herself, nor one whose role does not countersign', async () => {
  const { vault, anne, berit } = await aSharedPhone('hdu')

  expect(await vault.secondSigner.sign(anne, codeOfAnne, aSignature())).toEqual({
    ok: false,
    refusal: { kind: 'unlockedHerself' },
  })
  expect(await vault.secondSigner.sign(berit, codeOfBerit, aSignature())).toEqual({
    ok: false,
    refusal: { kind: 'notForRole' },
  })
  expect(await vault.entries.listStates()).toEqual([])
})

test('on a locked phone nobody signs with a code alone', async () => {
  const { vault, berit } = await aSharedPhone()
  await vault.access.lock()

  const locked = { ok: false, refusal: { kind: 'locked' } }
  expect(await vault.secondSigner.sign(berit, codeOfBerit, aSignature())).toEqual(locked)
  expect(await vault.secondSigner.listWitnessed()).toEqual(locked)
})

test('the same signature pressed twice is one entry, and numbers stay gapless beside the first one’s', async () => {
  const { vault, anne, berit } = await aSharedPhone()
  const signature = aSignature()
  await vault.entries.add(anEntry(anne))

  const [first, second] = await Promise.all([
    vault.secondSigner.sign(berit, codeOfBerit, signature),
    vault.secondSigner.sign(berit, codeOfBerit, signature),
  ])
  await vault.entries.add(anEntry(anne))

  expect([first.ok, second.ok]).toContain(true)
  const states = await vault.entries.listStates()
  expect(states.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
})

test('the first one’s copy goes when the colleague’s own copy does', async () => {
  const { vault, berit } = await aSharedPhone()
  const signature = aSignature()
  await vault.secondSigner.sign(berit, codeOfBerit, signature)
  const [stored] = await vault.entries.listStates()
  if (stored === undefined) throw new Error('Nothing was stored.')
  const { deviceId, entryId } = stored
  const answer = { durable: 1, noticesAfter: 0, noticesCursor: 0 }

  await vault.outbox.recordReceipts(deviceId, [{ entryId, state: 'acked' }], {
    ...answer,
    at: noon,
  })
  const before = await vault.secondSigner.listWitnessed()
  await vault.outbox.recordReceipts(deviceId, [], {
    ...answer,
    at: plusMinutes(noon, 31 * 24 * 60),
  })

  expect(before).toMatchObject({ value: [{ entryId }] })
  expect(await vault.secondSigner.listWitnessed()).toEqual({ ok: true, value: [] })
})
