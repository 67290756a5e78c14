import { expect, test } from 'vitest'
import type { CycleOutcome } from '#sync/sync-cycle.ts'
import { startSyncRunner } from '#sync/sync-runner.ts'

const fine: CycleOutcome = { failures: [], signIn: 'valid', hasProgressed: true }
const down: CycleOutcome = {
  failures: [{ kind: 'unreachable' }],
  signIn: 'unknown',
  hasProgressed: false,
}
const busy: CycleOutcome = {
  failures: [{ kind: 'busy', retryAfterSeconds: 120 }],
  signIn: 'unknown',
  hasProgressed: false,
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

/** A runner whose cycles have the given outcomes, and whose timers fire on `pass`. */
function aRunner(outcomes: (CycleOutcome | Error)[], hasLock = true) {
  const waits: number[] = []
  const faults: unknown[] = []
  const ran = { cycles: 0, elsewhere: 0 }
  let due: (() => void) | null = null
  const runner = startSyncRunner({
    cycle() {
      const outcome = outcomes[Math.min(ran.cycles, outcomes.length - 1)] ?? fine
      ran.cycles++
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
    },
    timers: {
      after(milliseconds, work) {
        waits.push(milliseconds)
        due = work
        return () => {
          due = null
        }
      },
    },
    random: () => 1,
    async runExclusively(work) {
      if (hasLock) await work()
      return hasLock
    },
    onElsewhere: () => ran.elsewhere++,
    onFault: (fault) => faults.push(fault),
  })
  const pass = async (): Promise<void> => {
    due?.()
    await settle()
  }
  return { runner, waits, faults, ran, pass }
}

test('a cycle runs at once, and then every minute', async () => {
  const { waits, ran, pass } = aRunner([fine])
  await settle()
  await pass()

  expect([ran.cycles, ...waits]).toEqual([2, 60_000, 60_000])
})

test('failures double the wait up to five minutes, and contact ends it', async () => {
  const { waits, pass } = aRunner([...Array.from({ length: 10 }, () => down), fine])
  await settle()
  for (let round = 0; round < 10; round++) await pass()

  expect(waits).toEqual([
    2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000, 60_000,
  ])
})

test('a line that carried something before it broke is tried again soon', async () => {
  const { waits, pass } = aRunner([down, down, down, { ...down, hasProgressed: true }])
  await settle()
  for (let round = 0; round < 3; round++) await pass()

  expect(waits).toEqual([2_000, 4_000, 8_000, 2_000])
})

test('a server with inconsistent data is not asked for everything again any sooner', async () => {
  const unsettled: CycleOutcome = {
    failures: [{ kind: 'unsettled' }],
    signIn: 'valid',
    hasProgressed: true,
  }
  const { waits, pass } = aRunner([unsettled])
  await settle()
  for (let round = 0; round < 2; round++) await pass()

  expect(waits).toEqual([2_000, 4_000, 8_000])
})

test('a network that comes back cuts the wait short; a new entry does not', async () => {
  const { runner, waits } = aRunner([down])
  await settle()
  runner.trigger('written')
  runner.trigger('online')

  expect(waits).toEqual([2_000, 2_000])
})

test('a Retry-After is kept, whatever triggers a sync', async () => {
  const { runner, waits } = aRunner([busy])
  await settle()
  runner.trigger('requested')

  expect(waits).toEqual([120_000])
})

test('a fault is reported, and the next cycle still runs', async () => {
  const fault = new Error('full disk')
  const { faults, waits } = aRunner([fault])
  await settle()

  expect([faults, waits]).toEqual([[fault], [2_000]])
})

test('a lock that a frozen page holds is passed by after three refusals', async () => {
  const { ran, pass } = aRunner([fine], false)
  await settle()
  for (let round = 0; round < 3; round++) await pass()

  expect(ran).toEqual({ cycles: 1, elsewhere: 3 })
})

test('missing sign-in alone is no reason to wait longer', async () => {
  const { waits } = aRunner([
    {
      failures: [{ kind: 'refused', reason: 'signInNeeded' }],
      signIn: 'needed',
      hasProgressed: false,
    },
  ])
  await settle()

  expect(waits).toEqual([60_000])
})

test('an entry that is written while a cycle fails does not shorten the wait either', async () => {
  const { runner, waits, pass } = aRunner([down])
  runner.trigger('written')
  await settle()
  const again = pass()
  runner.trigger('written')
  await again

  expect(waits).toEqual([2_000, 4_000])
})
