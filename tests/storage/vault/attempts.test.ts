import { expect, test } from 'vitest'
import { EmployeeId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import {
  closeAttempt,
  knownAttempts,
  maxInterrupted,
  takeAttempt,
} from '#storage/vault/attempts.ts'
import { noon } from '../../support/a-patient.ts'

const anne = EmployeeId.parse('7b000000-0000-4000-8000-000000000001')

function outbox(): OutboxDatabase {
  return new OutboxDatabase(`attempts-${crypto.randomUUID()}`)
}

async function take(database: OutboxDatabase, at = noon) {
  const attempt = await takeAttempt(database, anne, at)
  if (attempt.kind !== 'taken') throw new Error(`Not taken: ${attempt.kind}`)
  return attempt
}

async function failures(database: OutboxDatabase): Promise<number> {
  return knownAttempts((await database.attempts.get(anne)) ?? null).failures
}

test('a try that was never answered is no wrong code', async () => {
  const database = outbox()

  await take(database)

  expect(await failures(database)).toBe(0)
  expect((await take(database)).triesLeft).toBe(9)
})

test('a try that was wrong counts, whatever becomes of the app afterwards', async () => {
  const database = outbox()
  const { open } = await take(database)

  await closeAttempt(database, anne, open)

  expect(await failures(database)).toBe(1)
  expect((await take(database)).triesLeft).toBe(8)
})

test('a phone that restarts at every try is given back ten of them, and no more', async () => {
  const database = outbox()
  for (let interrupted = 0; interrupted < maxInterrupted; interrupted++) {
    expect((await take(database)).triesLeft).toBe(9)
  }

  const left = [await take(database), await take(database)].map(({ triesLeft }) => triesLeft)

  expect(left).toEqual([9, 8])
})

test('two tabs that try at the same moment use two tries', async () => {
  const database = outbox()
  const first = await take(database)
  const second = await take(database)

  await closeAttempt(database, anne, first.open)
  await closeAttempt(database, anne, second.open)

  expect((await database.attempts.get(anne))?.failures).toBe(2)
})

test('a wait after wrong codes is not shortened by a reload', async () => {
  const database = outbox()
  for (let wrong = 0; wrong < 3; wrong++) {
    await closeAttempt(database, anne, (await take(database)).open)
  }

  expect(await takeAttempt(database, anne, noon)).toMatchObject({ kind: 'tooSoon' })
  expect((await take(database, plusMinutes(noon, 1))).triesLeft).toBe(6)
})
