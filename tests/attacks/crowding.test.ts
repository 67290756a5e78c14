import { afterAll, describe, expect, inject, test } from 'vitest'
import { crowdingAttacks } from './attacks.ts'
import { openGrounds } from './ground.ts'
import { wrongSignIns } from './list/crowding.ts'

const grounds = openGrounds(inject('templateDatabaseUrl'))
afterAll(() => grounds.close())

describe.each(crowdingAttacks)('$name', (attack) => {
  test('is refused', async () => {
    const outcome = await grounds.visit((ground) => attack.run(ground, 'whole'))

    expect(outcome).toMatchObject({ refused: true })
  })

  test('succeeds without the part that refuses it', async () => {
    const outcome = await grounds.visit((ground) => attack.run(ground, 'weakened'))

    expect(outcome).toMatchObject({ refused: false })
  })
})

// It has no control that holds on a busy machine.
test('wrong-sign-ins is refused', async () => {
  const outcome = await grounds.visit((ground) => wrongSignIns.run(ground, 'whole'))

  expect(outcome).toMatchObject({ refused: true })
})
