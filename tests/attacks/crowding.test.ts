import { afterAll, describe, expect, inject, test } from 'vitest'
import { crowdingAttacks } from './attacks.ts'
import { openGrounds } from './ground.ts'

const grounds = openGrounds(inject('templateDatabaseUrl'))
afterAll(() => grounds.close())

describe.each(crowdingAttacks)('$name', (attack) => {
  test('is refused', async ({ skip }) => {
    const outcome = await grounds.visit((ground) => attack.run(ground, 'whole'))
    skip(outcome.refused === null, `too busy to judge: ${outcome.note}`)

    expect(outcome).toMatchObject({ refused: true })
  })

  test('succeeds without the part that refuses it', async () => {
    const outcome = await grounds.visit((ground) => attack.run(ground, 'weakened'))

    expect(outcome).toMatchObject({ refused: false })
  })
})
