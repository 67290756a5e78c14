import { afterAll, describe, expect, inject, test } from 'vitest'
import { attacks, otherAttacks } from './attacks.ts'
import { openGrounds } from './ground.ts'

const grounds = openGrounds(inject('templateDatabaseUrl'))
afterAll(() => grounds.close())

test('every attack has a name of its own', () => {
  const names = attacks.map(({ name }) => name)

  expect(new Set(names).size).toBe(names.length)
})

// At once, because most of an attack is waiting for the database. Each has a town of its own.
describe.concurrent.each(otherAttacks)('$name', (attack) => {
  test('is refused', async ({ expect }) => {
    const outcome = await grounds.visit((ground) => attack.run(ground, 'whole'))

    expect(outcome).toMatchObject({ refused: true })
  })

  test('succeeds without the part that refuses it', async ({ expect }) => {
    const outcome = await grounds.visit((ground) => attack.run(ground, 'weakened'))

    expect(outcome).toMatchObject({ refused: false })
  })
})
