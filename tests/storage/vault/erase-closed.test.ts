import { expect, test } from 'vitest'
import { plusMinutes } from '#domain/time/instant.ts'
import { anEntry } from '../../support/an-entry.ts'
import {
  aPhone,
  aProfile,
  aVouchingServer,
  codeOfAnne,
  enrol,
  noon,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()
const at = plusMinutes(noon, -30)

/** A phone that two share: Anne has signed one entry that is not sent, and locked. Berit has unlocked. */
async function aSharedPhone() {
  const phone = aPhone()
  const [anne, berit] = [aProfile(), aProfile('Berit Haugen')]
  const vault = await phone.openVault()
  await enrol(vault, server, { profile: anne })
  const added = await vault.entries.add(anEntry(anne.author.employeeId))
  expect(added.ok).toBe(true)
  await vault.access.lock()
  await enrol(vault, server, { profile: berit })
  const [annesId, beritsId] = [anne.author.employeeId, berit.author.employeeId]
  return { phone, vault, anne, annesId, beritsId }
}

async function shown(vault: Awaited<ReturnType<typeof aSharedPhone>>['vault']) {
  const { employees, unlocked } = await vault.access.status()
  return {
    unlocked,
    employees: employees.map(({ name, erased, closedAt }) => ({ name, erased, closedAt })),
  }
}

test('her keys are gone for good, what she signed is still sent, and her colleague goes on', async () => {
  const { phone, vault, annesId, beritsId } = await aSharedPhone()

  await vault.eraseClosed([{ employee: annesId, at }])

  const restarted = await phone.openVault()
  expect(await restarted.access.unlock(annesId, codeOfAnne)).toEqual({
    ok: false,
    refusal: { kind: 'erased' },
  })
  expect((await restarted.access.unlock(beritsId, codeOfAnne)).ok).toBe(true)
  const [push] = await restarted.outbox.listPendingPushes({
    entries: 10,
    bytes: 100_000,
    without: new Set(),
  })
  expect(push?.entries.map(({ header }) => header.n)).toEqual([1])
  expect(await shown(vault)).toEqual({
    unlocked: beritsId,
    employees: expect.arrayContaining([
      { name: 'Anne Solbakken', erased: true, closedAt: at },
      { name: 'Berit Haugen', erased: false, closedAt: null },
    ]),
  })
})

test('whoever has unlocked is locked at once, and the page is told', async () => {
  const { vault, beritsId } = await aSharedPhone()
  let told = 0
  vault.watch.onLockedElsewhere(() => told++)

  await vault.eraseClosed([{ employee: beritsId, at }])

  expect(told).toBe(1)
  expect((await shown(vault)).unlocked).toBeNull()
})

test('an employee of another phone is nobody here, and a second time changes nothing', async () => {
  const { vault, annesId, beritsId } = await aSharedPhone()
  await vault.eraseClosed([{ employee: aProfile().author.employeeId, at }])
  expect((await shown(vault)).employees.every(({ erased }) => !erased)).toBe(true)

  await vault.eraseClosed([{ employee: annesId, at }])
  await vault.eraseClosed([{ employee: annesId, at: noon }])
  const { employees, unlocked } = await shown(vault)
  expect(unlocked).toBe(beritsId)
  expect(employees).toContainEqual({ name: 'Anne Solbakken', erased: true, closedAt: at })
})

test('with new keys she is as everybody, and ten wrong codes later it says nothing of the end before', async () => {
  const { phone, vault, anne, annesId } = await aSharedPhone()
  await vault.eraseClosed([{ employee: annesId, at }])
  await vault.access.lock()
  await enrol(vault, server, { profile: anne })
  expect((await shown(vault)).employees).toContainEqual({
    name: 'Anne Solbakken',
    erased: false,
    closedAt: null,
  })

  await vault.access.lock()
  for (let tried = 0; tried < 10; tried++) {
    await vault.access.unlock(annesId, '000001')
    phone.passSeconds(3600)
  }
  expect((await shown(vault)).employees).toContainEqual({
    name: 'Anne Solbakken',
    erased: true,
    closedAt: null,
  })
})
