import { expect, test } from 'vitest'
import { VaultLockedError } from '#storage/unlocked/unlocked-employee.ts'
import { aDraft, anEntry } from '../../support/an-entry.ts'
import { aBuild, critical } from '../../support/build-replica.ts'
import { alterWrap, noLimits, withDerivation } from '../../support/altered-wraps.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import {
  aPhone,
  aProfile,
  aVouchingServer,
  codeOfAnne,
  enrol,
  noon,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()

async function aLockedPhone() {
  const phone = aPhone()
  const profile = aProfile()
  const vault = await phone.openVault()
  await enrol(vault, server, { profile })
  await vault.access.lock()
  return { phone, profile, vault, anne: profile.author.employeeId }
}

test('a restarted phone opens with the code and knows who she is', async () => {
  const { phone, profile, anne } = await aLockedPhone()

  const restarted = await phone.openVault()
  const unlocked = await restarted.access.unlock(anne, codeOfAnne)

  expect(unlocked).toEqual({ ok: true, value: { employeeId: anne, profile } })
})

test('the locked phone shows who is enrolled and nothing more', async () => {
  const { vault, anne } = await aLockedPhone()

  const status = await vault.access.status()

  expect(status).toMatchObject({
    device: { municipality: 'demo', label: 'Jobbtelefon Nord 2 – 04' },
    employees: [
      { employeeId: anne, name: 'Anne Solbakken', triesLeft: 10, nextTryAt: null, erased: false },
    ],
    unlocked: null,
    needsRenewal: false,
    storage: 'working',
  })
  expect(await vault.access.findUnlocked()).toBeNull()
  expect(await vault.drafts.list()).toEqual({ ok: false, refusal: { kind: 'locked' } })
  expect(await vault.entries.listOwn()).toEqual({ ok: false, refusal: { kind: 'locked' } })
})

test('a phone that has lost power knows who unlocked last, and whose code opens at its sixth digit', async () => {
  const phone = aPhone()
  const [anne, bo] = [aProfile(), aProfile('Bo Lie')]
  const vault = await phone.openVault()
  const codes = new Map([
    [anne.author.employeeId, codeOfAnne],
    [bo.author.employeeId, '47110899'],
  ])
  for (const profile of [anne, bo]) {
    await enrol(vault, server, { profile, code: codes.get(profile.author.employeeId) ?? '' })
  }
  for (const [employeeId, code] of codes) await vault.access.unlock(employeeId, code)

  const status = await (await phone.openVault()).access.status()

  expect(status.lastUnlocked).toBe(bo.author.employeeId)
  expect(new Map(status.employees.map((one) => [one.employeeId, one.hasShortCode]))).toEqual(
    new Map([
      [anne.author.employeeId, true],
      [bo.author.employeeId, false],
    ]),
  )
})

test('a wrong code of six digits is not remembered', async () => {
  const { phone, vault, anne } = await aLockedPhone()
  await vault.access.unlock(anne, '000000')

  const status = await (await phone.openVault()).access.status()

  expect(status.employees).toMatchObject([{ hasShortCode: false }])
})

test('a phone that was handed over proposes nobody, also after it has lost power', async () => {
  const phone = aPhone()
  const vault = await phone.openVault()
  await enrol(vault, server, { profile: aProfile() })
  await vault.access.lock('chooses')

  const status = await (await phone.openVault()).access.status()

  expect(status.lastUnlocked).toBe('handedOver')
})

test('locking reaches everything that was open, an enrolment that waits too', async () => {
  const phone = aPhone()
  const profile = aProfile()
  const vault = await phone.openVault()
  await enrol(vault, server, { profile })
  const colleague = aProfile('Berit Haugen')
  const prepared = await vault.access.prepareEnrolment({
    challenge: server.challenge(),
    expectedRoot: null,
    profile: colleague,
    code: '271828',
    label: 'Jobbtelefon',
  })
  if (!prepared.ok) throw new Error(`Not prepared: ${prepared.refusal.kind}`)

  await vault.access.lock()

  const locked = { ok: false, refusal: { kind: 'locked' } }
  const answer = await server.answer(prepared.value, colleague.author.employeeId)
  expect(await vault.access.completeEnrolment(answer)).toMatchObject({
    refusal: { kind: 'notRequested' },
  })
  expect(await vault.access.renewEnrolment(server.challenge())).toEqual(locked)
  expect(await vault.access.saveProfile(profile)).toEqual(locked)
  expect(await vault.entries.add(anEntry(profile.author.employeeId))).toEqual(locked)
  expect(await vault.drafts.save(aDraft())).toEqual(locked)
  expect(await vault.streams.read(critical)).toEqual({ kind: 'locked' })
  await expect(vault.replicas.beginStaging(aBuild(), [])).rejects.toThrow(VaultLockedError)
  await expect(vault.replicas.shareKeys({ mine: [], colleagues: [] })).rejects.toThrow(
    VaultLockedError,
  )
})

test('a wrong code costs a try, and a right one gives them all back', async () => {
  const { vault, anne } = await aLockedPhone()

  const wrong = await vault.access.unlock(anne, '471109')
  const right = await vault.access.unlock(anne, codeOfAnne)

  expect(wrong).toEqual({
    ok: false,
    refusal: { kind: 'wrongCode', triesLeft: 9, nextTryAt: null },
  })
  expect(right.ok).toBe(true)
  expect((await vault.access.status()).employees[0]?.triesLeft).toBe(10)
})

test('after the third wrong code the next one has to wait', async () => {
  const { phone, vault, anne } = await aLockedPhone()
  for (const code of ['471101', '471102', '471103']) await vault.access.unlock(anne, code)

  const tooSoon = await vault.access.unlock(anne, codeOfAnne)
  phone.passSeconds(5)
  const later = await vault.access.unlock(anne, codeOfAnne)

  expect(tooSoon).toMatchObject({ ok: false, refusal: { kind: 'tooSoon' } })
  expect(later.ok).toBe(true)
})

test('ten wrong codes destroy her keys, and the right code is too late', async () => {
  const { phone, vault, anne } = await aLockedPhone()
  for (let tried = 0; tried < 9; tried++) {
    await vault.access.unlock(anne, '000001')
    phone.passSeconds(3600)
  }

  const tenth = await vault.access.unlock(anne, '000001')
  const right = await vault.access.unlock(anne, codeOfAnne)

  expect(tenth).toEqual({ ok: false, refusal: { kind: 'erased' } })
  expect(right).toEqual({ ok: false, refusal: { kind: 'erased' } })
  const row = await phone.outbox().employees.get(anne)
  expect(row).toMatchObject({ deviceSecret: null, wraps: [] })
})

test('a try whose derivation never ended is stored, and is no wrong code', async () => {
  const { phone, anne } = await aLockedPhone()
  await alterWrap(phone, anne, (wrap) => withDerivation(wrap, { memoryKiB: 4 }))
  const vault = await phone.openVault({ wrapLimits: noLimits })

  await expect(vault.access.unlock(anne, codeOfAnne)).rejects.toThrow('Memory size')

  expect((await vault.access.status()).employees[0]?.triesLeft).toBe(10)
  expect((await phone.outbox().attempts.get(anne))?.failures).toBe(1)
})

test('a clock that was set back years does not keep anybody out', async () => {
  const { phone, vault, anne } = await aLockedPhone()
  for (const code of ['471101', '471102', '471103']) await vault.access.unlock(anne, code)

  phone.passSeconds(-3 * 365 * 86_400)
  await vault.access.unlock(anne, codeOfAnne)
  phone.passSeconds(5)
  const later = await vault.access.unlock(anne, codeOfAnne)

  expect(later.ok).toBe(true)
})

test('whoever tried at a clock that the server showed to be three years ahead waits seconds when it is right again', async () => {
  const { phone, vault, anne } = await aLockedPhone()
  phone.passSeconds(threeYearsSeconds)
  await vault.clocks.save({ server: noon, device: phone.clock.now() })
  for (const code of ['471101', '471102', '471103']) await vault.access.unlock(anne, code)
  const then = await waitOf(vault, phone)

  phone.passSeconds(-threeYearsSeconds)

  expect([then, await waitOf(vault, phone)]).toEqual([5, 5])
  phone.passSeconds(5)
  expect((await vault.access.unlock(anne, codeOfAnne)).ok).toBe(true)
})

const threeYearsSeconds = 3 * 365 * 86_400

/** How many seconds the lock screen has her wait, by the phone's own clock. */
async function waitOf(vault: Vault, { clock }: { clock: { now(): Instant } }): Promise<number> {
  const { nextTryAt } = (await vault.access.status()).employees[0] ?? { nextTryAt: null }
  return nextTryAt === null ? 0 : 60 * minutesBetween(clock.now(), nextTryAt)
}

test('an employee who is not enrolled is refused as such', async () => {
  const { vault } = await aLockedPhone()

  const unlocked = await vault.access.unlock(aProfile().author.employeeId, codeOfAnne)

  expect(unlocked).toEqual({ ok: false, refusal: { kind: 'notEnrolled' } })
})
