import { expect, test } from 'vitest'
import { knownClock } from '#app/worker/incident/model/known-clock.ts'
import { StorageFailedError } from '#storage/databases/supervisor.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { anEnrolledCore } from '../../../../support/an-enrolled-core.ts'
import { noon } from '../../../../support/test-vault.ts'

test('now is as the phone says until it has met the server, and corrected from then on', async () => {
  const { phone, core } = await anEnrolledCore({ serverAheadMinutes: 90 })
  const before = await core.incidents.now()

  await core.syncNow()

  expect(before).toBe(phone.clock.now())
  expect(await core.incidents.now()).toBe(plusMinutes(phone.clock.now(), 90))
})

test('a phone that starts again without network still knows how wrong its clock is', async () => {
  const { phone, core, restart } = await anEnrolledCore({ serverAheadMinutes: -90 })
  await core.syncNow()
  phone.passSeconds(9 * 60 * 60)

  const { core: restarted, unlock } = await restart()
  await unlock()

  expect(await restarted.incidents.now()).toBe(plusMinutes(phone.clock.now(), -90))
})

test('a full disk keeps no clock from being corrected', async () => {
  const clock = knownClock({ clocks: { find: failing, save: failing } }, { now: () => noon })
  const before = await clock.now()

  await clock.compared({ server: plusMinutes(noon, 90), device: noon })

  expect(before).toBe(noon)
  expect(await clock.now()).toBe(plusMinutes(noon, 90))
  expect(await clock.aheadMinutes()).toBe(-90)
})

function failing(): Promise<never> {
  return Promise.reject(new StorageFailedError('full', { cause: new Error('full') }))
}
