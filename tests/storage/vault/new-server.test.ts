import { describe, expect, test } from 'vitest'
import { MunicipalityId } from '#domain/base/ids.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { aDraft, anEntry } from '../../support/an-entry.ts'
import { aDocument, build, critical, storeOf } from '../../support/build-replica.ts'
import {
  aProfile,
  aVouchingServer,
  anUnlockedPhone,
  codeOfAnne,
  enrol,
  type VouchingServer,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()
/** The same municipality's server, after it lost its root key. */
const renewed = await aVouchingServer()

const inputFor = (profile: EmployeeProfile, by: VouchingServer, code = codeOfAnne) => ({
  challenge: by.challenge(),
  expectedRoot: by.root.named.keyId,
  profile,
  code,
  label: '',
  replace: 'newServer' as const,
})

async function enrolAgain(vault: Vault, profile: EmployeeProfile) {
  const prepared = await vault.access.prepareEnrolment(inputFor(profile, renewed))
  if (!prepared.ok) throw new Error(prepared.refusal.kind)
  const answer = await renewed.answer(prepared.value, profile.author.employeeId)
  const completed = await vault.access.completeEnrolment(answer)
  if (!completed.ok) throw new Error(completed.refusal.kind)
}

describe('an employee who enrols with a server that lost its root', () => {
  test('keeps her code, her draft, her own copies and the key that she signs by', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    const draft = aDraft()
    await vault.drafts.save(draft)
    const written = anEntry(anne.author.employeeId)
    await vault.entries.add(written)

    await enrolAgain(vault, anne)
    await vault.reseal()

    const restarted = await phone.openVault()
    await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
    expect(await restarted.drafts.list()).toMatchObject({
      value: { drafts: [{ draft }], damaged: 0 },
    })
    expect(await restarted.entries.listOwn()).toMatchObject({
      value: [{ entryId: written.entryId, content: { kind: 'open', value: written.content } }],
    })
    const rows = await phone.outbox().entries.toArray()
    const headers = rows.map(({ entry }) => entry.header).toSorted((a, b) => a.n - b.n)
    expect(headers).toMatchObject([
      { reseals: null, serverKeyId: server.sealingKey.named.keyId },
      { reseals: written.entryId, serverKeyId: renewed.sealingKey.named.keyId },
    ])
    expect(headers[1]?.authorKeyId).toBe(headers[0]?.authorKeyId)
  })

  test('believes the new root and its keys, and no longer the old one’s', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)

    await enrolAgain(vault, anne)

    const restarted = await phone.openVault()
    await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
    expect((await restarted.access.status()).server).toEqual({
      root: renewed.root.named.keyId,
      confirmed: true,
    })
    expect((await restarted.trust.find())?.keySet).toEqual(renewed.keySet.keySet)
    expect(await restarted.trust.adopt(server.keySet)).toBe('refused')
    expect((await restarted.access.status()).needsRenewal).toBe(false)
  })

  test('has no list and no head that the old root signed', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    await build(await storeOf({ phone, vault }, server), [await aDocument('a', 1)])

    await enrolAgain(vault, anne)

    expect(await vault.streams.read(critical)).toEqual({ kind: 'none' })
    expect(await vault.replicas.findHighestHead(critical)).toBeNull()
    await build(await storeOf({ phone, vault }, renewed), [await aDocument('a', 1)])
    expect(await vault.streams.read(critical)).toMatchObject({ kind: 'open', trust: 'verified' })
  })

  test('locks her other tabs, which still believe the old root', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    const other = await phone.openVault()
    await other.access.unlock(anne.author.employeeId, codeOfAnne)

    await enrolAgain(vault, anne)

    expect(await other.access.findUnlocked()).toBeNull()
    expect(await vault.access.findUnlocked()).not.toBeNull()
  })

  test('what was sealed again is sealed to the next key too, and still names the first', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    const written = anEntry(anne.author.employeeId)
    await vault.entries.add(written)
    await enrolAgain(vault, anne)
    await vault.reseal()
    // As when thirty days have passed since the first was received.
    await phone.outbox().entries.update(written.entryId, { own: null })
    const third = await aVouchingServer()
    const prepared = await vault.access.prepareEnrolment(inputFor(anne, third))
    if (!prepared.ok) throw new Error(prepared.refusal.kind)
    await vault.access.completeEnrolment(await third.answer(prepared.value, anne.author.employeeId))

    const counts = [await vault.reseal(), await vault.reseal()]

    const rows = await phone.outbox().entries.toArray()
    const headers = rows.map(({ entry }) => entry.header).toSorted((a, b) => a.n - b.n)
    expect(counts).toEqual([1, 0])
    expect(headers.map(({ reseals }) => reseals)).toEqual([null, written.entryId, written.entryId])
    expect(headers[2]?.serverKeyId).toBe(third.sealingKey.named.keyId)
  })

  test('what was sealed again under a number that a clone had taken is sealed once more under the next id', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    const written = anEntry(anne.author.employeeId)
    await vault.entries.add(written)
    await enrolAgain(vault, anne)
    await vault.reseal()
    const entries = phone.outbox().entries
    const repeated = (await entries.toArray()).find(({ id }) => id !== written.entryId)
    if (repeated === undefined) throw new Error('Nothing was sealed again')
    await entries.update(repeated.id, { state: 'conflict' })

    const before = await vault.reseal()
    await vault.outbox.endDevice(repeated.deviceId)
    const counts = [before, await vault.reseal(), await vault.reseal()]

    expect(counts).toEqual([0, 1, 0])
    const rows = await entries.toArray()
    const more = rows.filter(({ id }) => id !== written.entryId && id !== repeated.id)
    expect(more.map(({ entry }) => entry.header.reseals)).toEqual([written.entryId])
    expect(more[0]?.deviceId).not.toBe(repeated.deviceId)
  })

  test('two tabs that seal again at once seal each entry once', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    for (let written = 0; written < 2; written++) {
      await vault.entries.add(anEntry(anne.author.employeeId))
    }
    await enrolAgain(vault, anne)
    const other = await phone.openVault()
    await other.access.unlock(anne.author.employeeId, codeOfAnne)

    const [first, second] = await Promise.all([vault.reseal(), other.reseal()])

    expect(first + second).toBe(2)
    expect(await phone.outbox().entries.count()).toBe(4)
  })

  test('an entry that was set aside itself stays as it is: a person decides about it', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    const written = anEntry(anne.author.employeeId)
    await vault.entries.add(written)
    await phone.outbox().entries.update(written.entryId, { state: 'conflict' })

    expect(await vault.reseal()).toBe(0)
  })
})

describe('it is refused', () => {
  test('with another code, which costs a try, and with her code later', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    const withCode = (code: string) => vault.access.prepareEnrolment(inputFor(anne, renewed, code))

    const wrong = []
    for (const code of ['000001', '000002', '000003']) wrong.push(await withCode(code))
    const tooSoon = await withCode(codeOfAnne)

    const kinds = wrong.map((answer) => (answer.ok ? null : answer.refusal.kind))
    expect(kinds).toEqual(['wrongCode', 'wrongCode', 'wrongCode'])
    expect(tooSoon).toMatchObject({ refusal: { kind: 'tooSoon' } })
    expect((await vault.access.status()).employees[0]?.triesLeft).toBe(7)
    phone.passSeconds(60)
    expect(await withCode(codeOfAnne)).toMatchObject({ ok: true })
    expect((await vault.access.status()).employees[0]?.triesLeft).toBe(10)
  })

  test('after the tenth wrong code, and her keys are destroyed', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    const { employeeId } = anne.author
    await phone.outbox().attempts.put({ id: employeeId, v: 1, failures: 9, nextTryAt: null })

    const tenth = await vault.access.prepareEnrolment(inputFor(anne, renewed, '000001'))

    expect(tenth).toEqual({ ok: false, refusal: { kind: 'erased' } })
    expect(await vault.access.findUnlocked()).toBeNull()
  })

  test('while nobody, or a colleague, is unlocked, and that costs no try', async () => {
    const { vault, anne } = await anUnlockedPhone(server)
    await enrol(vault, server, { profile: aProfile('Berit Haugen'), code: '271828' })
    const asColleague = await vault.access.prepareEnrolment(inputFor(anne, renewed, '000001'))
    await vault.access.lock()

    const locked = await vault.access.prepareEnrolment(inputFor(anne, renewed, '000001'))

    const wrongCode = { ok: false, refusal: { kind: 'wrongCode' } }
    expect([asColleague, locked]).toEqual([wrongCode, wrongCode])
    const { employees } = await vault.access.status()
    expect(employees.map(({ triesLeft }) => triesLeft)).toEqual([10, 10])
  })

  test('for the root that she has: a server cannot make her forget what she has verified', async () => {
    const { vault, anne } = await anUnlockedPhone(server)

    const prepared = await vault.access.prepareEnrolment(inputFor(anne, server))

    expect(prepared).toEqual({ ok: false, refusal: { kind: 'alreadyEnrolled' } })
  })

  test('by a server of another municipality, or of another root than she was told', async () => {
    const { vault, anne } = await anUnlockedPhone(server)
    const input = inputFor(anne, renewed)
    const municipality = MunicipalityId.parse('nabo')

    const answers = [
      await vault.access.prepareEnrolment({
        ...input,
        challenge: { ...input.challenge, municipality },
      }),
      await vault.access.prepareEnrolment({ ...input, expectedRoot: server.root.named.keyId }),
    ]

    expect(answers).toEqual([
      { ok: false, refusal: { kind: 'otherServer' } },
      { ok: false, refusal: { kind: 'unknownServer' } },
    ])
  })
})

describe('the server that she believes', () => {
  test('is shown while she is unlocked, and confirmed by its own root only', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    const root = server.root.named.keyId
    const before = (await vault.access.status()).server

    const answers = [
      await vault.access.confirmServer(renewed.root.named.keyId),
      await vault.access.confirmServer(root),
    ]
    await vault.access.lock()
    answers.push(await vault.access.confirmServer(root))

    expect(before).toEqual({ root, confirmed: false })
    expect(answers).toEqual([
      { ok: false, refusal: { kind: 'otherServer' } },
      { ok: true, value: null },
      { ok: false, refusal: { kind: 'locked' } },
    ])
    expect((await vault.access.status()).server).toBeNull()
    const restarted = await phone.openVault()
    await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
    expect((await restarted.access.status()).server).toEqual({ root, confirmed: true })
    expect(restarted.trust.isConfirmed()).toBe(true)
  })

  test('stays confirmed when another tab, opened before, takes over newer keys', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    const other = await phone.openVault()
    await other.access.unlock(anne.author.employeeId, codeOfAnne)
    await vault.access.confirmServer(server.root.named.keyId)
    const { keySet } = await server.rotated(2)

    await other.trust.adopt(keySet)

    const restarted = await phone.openVault()
    await restarted.access.unlock(anne.author.employeeId, codeOfAnne)
    expect((await restarted.access.status()).server?.confirmed).toBe(true)
    expect((await restarted.trust.find())?.keySet.version).toBe(2)
  })
})
