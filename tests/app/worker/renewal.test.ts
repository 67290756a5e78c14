import { expect, test } from 'vitest'
import { anEnrolledCore } from '../../support/an-enrolled-core.ts'
import { anEntry } from '../../support/an-entry.ts'
import { aProfile, codeOfAnne } from '../../support/test-vault.ts'

test('what is written after the device got a new id is sent when she is signed in', async () => {
  const { vault, core, server, write } = await anEnrolledCore()
  const before = await write()
  await core.syncNow()
  await vault.outbox.endDevice(before.deviceId)
  const after = await write()
  await core.syncNow()

  await core.syncNow()

  expect(after.deviceId).not.toBe(before.deviceId)
  expect((await vault.access.status()).needsRenewal).toBe(false)
  expect(server.held()).toBe(2)
  expect(await vault.outbox.countByState()).toMatchObject({ sealed: 0, acked: 2 })
})

test('under the new id each employee is vouched for in her own time, and nobody waits for another', async () => {
  const { server, vault, core, profile: anne, state, write } = await anEnrolledCore()
  const { deviceId } = await write()
  await core.syncNow()
  await vault.outbox.endDevice(deviceId)
  await write()
  const berit = aProfile('Berit Haugen')
  const prepared = await vault.access.prepareEnrolment({
    challenge: server.keys.challenge(),
    expectedRoot: null,
    profile: berit,
    code: codeOfAnne,
    label: 'Nord 2 – 04',
  })
  if (!prepared.ok) throw new Error(prepared.refusal.kind)
  await vault.access.completeEnrolment(
    await server.keys.answer(prepared.value, berit.author.employeeId),
  )
  await vault.entries.add(anEntry(berit.author.employeeId))
  state.signedIn = berit

  await core.syncNow()
  const beritsIsSent = await vault.outbox.countByState()
  await vault.access.unlock(anne.author.employeeId, codeOfAnne)
  state.signedIn = anne
  await core.syncNow()
  await core.syncNow()

  expect(beritsIsSent).toMatchObject({ sealed: 1, acked: 2 })
  expect(await vault.outbox.countByState()).toMatchObject({ sealed: 0, acked: 3, conflict: 0 })
  expect(server.held()).toBe(3)
})

test('a renewal that needs a new sign-in says so, and what was written waits for it', async () => {
  const { vault, core, state, write } = await anEnrolledCore()
  const { deviceId } = await write()
  await core.syncNow()
  await vault.outbox.endDevice(deviceId)
  await write()
  const seen: string[] = []
  await core.watchSync(({ signIn }) => void seen.push(signIn))
  state.isSignInOld = true

  await core.syncNow()
  const waiting = await vault.outbox.countByState()
  state.isSignInOld = false
  await core.syncNow()
  const last = seen.at(-1)
  await core.syncNow()

  expect(seen).toContain('needed')
  expect(waiting).toMatchObject({ sealed: 1 })
  expect(last).toBe('valid')
  expect(await vault.outbox.countByState()).toMatchObject({ sealed: 0 })
})
