import { expect, test } from 'vitest'
import { deviceLists } from '#app/worker/lists/device-lists.ts'
import { anEnrolledCore } from '../../../support/an-enrolled-core.ts'

test('a reader of the exercise finds nothing of the real world, which lies on the same device', async () => {
  const { vault, core } = await anEnrolledCore()
  await core.syncNow()
  const readerOf = (world: 'real' | 'exercise') =>
    deviceLists(vault, {
      build: 'this one',
      world,
      onSound: () => {},
      isOpenedUnverified: () => Promise.resolve(false),
    })

  const real = await readerOf('real').listPatients(null)
  const exercise = await readerOf('exercise').listPatients(null)

  expect([real.kind, exercise.kind]).toEqual(['open', 'none'])
})
