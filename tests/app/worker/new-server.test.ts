import { expect, test } from 'vitest'
import { anEnrolledCore } from '../../support/an-enrolled-core.ts'
import { codeOfAnne } from '../../support/test-vault.ts'

async function aCoreWhoseServerLostItsRoot() {
  const bench = await anEnrolledCore()
  const { core, server, state, profile, write } = bench
  const sent = await write()
  await core.syncNow()
  const unsent = await write()
  state.server = await server.withNewRoot()
  const { keys } = state.server
  return {
    ...bench,
    newServer: state.server,
    written: [sent.entryId, unsent.entryId],
    async enrolAgain() {
      const prepared = await core.vault.prepareEnrolment({
        challenge: keys.challenge(),
        expectedRoot: keys.root.named.keyId,
        profile,
        code: codeOfAnne,
        label: '',
        replace: 'newServer',
      })
      if (!prepared.ok) throw new Error(prepared.refusal.kind)
      const answer = await keys.answer(prepared.value, profile.author.employeeId)
      const completed = await core.vault.completeEnrolment(answer)
      if (!completed.ok) throw new Error(completed.refusal.kind)
    },
  }
}

test('notes that were written before the root was lost reach the new server, each once', async () => {
  const { core, vault, newServer, written, enrolAgain } = await aCoreWhoseServerLostItsRoot()
  await core.syncNow()
  const before = await newServer.project()

  await enrolAgain()
  await expect.poll(async () => (await vault.entries.listStates()).length).toBe(2)
  await expect.poll(() => vault.reseal()).toBe(0)
  await core.syncNow()
  await core.syncNow()

  expect(before).toEqual([])
  // The two as they were first sealed, which nobody opens any more, and sealed again.
  expect(newServer.held()).toBe(4)
  expect((await newServer.project()).toSorted()).toEqual(written.toSorted())
  expect(await vault.outbox.countByState()).toMatchObject({ sealed: 0 })
  expect(await core.vault.status()).toMatchObject({
    server: { root: newServer.keys.root.named.keyId, confirmed: true },
  })
})

test('without enrolling anew nothing is sealed to keys that another server brings', async () => {
  const { core, vault, newServer } = await aCoreWhoseServerLostItsRoot()

  await core.syncNow()
  await vault.reseal()
  await core.syncNow()

  expect(newServer.held()).toBe(1)
  expect(await newServer.project()).toEqual([])
})

test('her lists come again from the new server, by its own word', async () => {
  const { core, vault, newServer, enrolAgain } = await aCoreWhoseServerLostItsRoot()
  const before = await vault.replicas.listReplicas()
  await enrolAgain()
  const between = await vault.replicas.listReplicas()

  await core.syncNow()

  const after = await vault.replicas.listReplicas()
  expect(before.length).toBeGreaterThan(0)
  expect(between).toEqual([])
  expect(after).toHaveLength(before.length)
  const signers = new Set(after.map(({ head }) => head.head.kid))
  expect([...signers]).toEqual([newServer.keys.signing.named.keyId])
})
