import { expect, test } from 'vitest'
import { openPasswordHasher } from '#server/accounts/password-hasher.ts'

const passwords = openPasswordHasher()

test('a password matches its own hash only, and two hashes of it differ', async () => {
  const [one, other] = await Promise.all([passwords.hash('blåbær'), passwords.hash('blåbær')])

  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(other).not.toBe(one)
  expect(await passwords.matches('blåbær', one)).toBe(true)
  expect(await passwords.matches('Blåbær', one)).toBe(false)
})

test('a password is the same however the keyboard composes its letters', async () => {
  const encoded = await passwords.hash('bl\u00e5b\u00e6r')

  expect(await passwords.matches('bla\u030ab\u00e6r', encoded)).toBe(true)
})

test('no password matches an unknown account, and it takes as long as a wrong password', async () => {
  const encoded = await passwords.hash('riktig')
  const [wrong, unknown] = await fastest(
    () => passwords.matches('feil', encoded),
    () => passwords.matches('feil', null),
  )

  expect(await passwords.matches('feil', null)).toBe(false)
  expect(unknown / wrong).toBeGreaterThan(0.5)
  expect(unknown / wrong).toBeLessThan(2)
})

test('a stored hash that is torn is a fault, and the next sign-in is answered', async () => {
  const encoded = await passwords.hash('riktig')

  await expect(passwords.matches('riktig', encoded.slice(0, 40))).rejects.toThrow('Decoding failed')
  expect(await passwords.matches('riktig', encoded)).toBe(true)
})

test('more sign-ins than can be answered in time are refused', async () => {
  const jobs = Array.from({ length: 70 }, () => passwords.matches('feil', null))
  const settled = await Promise.allSettled(jobs)

  const sentAway = settled.filter((job) => job.status === 'rejected')
  expect(sentAway).toHaveLength(6)
  expect(sentAway[0]).toMatchObject({ reason: { kind: 'busy', more: { retryAfterSeconds: 5 } } })
})

/** In turns and without the slow ones, which tell of what else this process does. */
async function fastest(one: () => Promise<unknown>, other: () => Promise<unknown>) {
  let best: [number, number] = [Infinity, Infinity]
  for (let n = 0; n < 15; n += 1) {
    best = [Math.min(best[0], await workOf(one)), Math.min(best[1], await workOf(other))]
  }
  return best
}

/** Of the processor, in all threads of this process: a machine that does other things changes a clock, and not this. */
async function workOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
