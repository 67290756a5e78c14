import { expect, test } from 'vitest'
import { anEnrolledCore } from '../../support/an-enrolled-core.ts'

test('a renewal that needs a new sign-in says so, and what was written waits for it', async () => {
  const { vault, core, state, write } = await anEnrolledCore()
  const { deviceId } = await write()
  await core.syncNow()
  await vault.outbox.endDevice(deviceId)
  await write()
  const seen: string[] = []
  await core.watchSync(({ signIn }) => void seen.push(signIn))
  state.refusal = { kind: 'signInAgain' }

  await core.syncNow()
  const waiting = await vault.outbox.countByState()
  state.refusal = null
  await core.syncNow()
  const last = seen.at(-1)
  await core.syncNow()

  expect(seen).toContain('needed')
  expect(waiting).toMatchObject({ sealed: 1 })
  expect(last).toBe('valid')
  expect(await vault.outbox.countByState()).toMatchObject({ sealed: 0 })
})
