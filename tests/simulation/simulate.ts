import { fakeCrypto, type TestCrypto } from '../support/test-crypto.ts'
import type { Ablation } from './ablations.ts'
import {
  checkConflicts,
  checkDurable,
  checkEntries,
  checkShown,
  difference,
  hasUnsent,
  untold,
} from './checks.ts'
import { closePages } from './device.ts'
import { createHistory } from './history.ts'
import { type Life, createLife } from './life.ts'
import { outsideCrypto } from './outside-crypto.ts'
import { seededRandom } from './random.ts'
import type { RunContext } from './run-context.ts'
import { createScheduler } from './scheduler.ts'

export type SimulationOptions = {
  seed: number
  without?: Ablation | null
  crypto?: TestCrypto
  onNote?: (text: string) => void
}

const start = Date.UTC(2026, 10, 23, 17)
/** Two back-off periods and the minute between polls, with room for the cycle itself. */
const patienceMilliseconds = 2 * 300_000 + 120_000

/** Runs one seed. Answers the first invariant that did not hold; null when all held. */
export async function simulate(options: SimulationOptions): Promise<string | null> {
  const random = seededRandom(options.seed)
  const scheduler = createScheduler(random, start)
  let failure: string | null = null
  const note = (text: string): void => {
    options.onNote?.(`${((scheduler.now() - start) / 1000).toFixed(1)} s: ${text}`)
  }
  const context: RunContext = {
    random,
    scheduler,
    crypto: outsideCrypto(options.crypto ?? fakeCrypto(), scheduler),
    history: createHistory(),
    without: options.without ?? null,
    digests: new Map(),
    healed: false,
    fail(invariant) {
      failure ??= invariant
      note(`FAILED: ${invariant}`)
    },
    note,
  }
  const life = await createLife(context)
  await scheduler.runUntil(start + random.between(240_000, 480_000))

  const healedAt = scheduler.now()
  life.heal()
  note('healed')
  for (;;) {
    await scheduler.runUntil(scheduler.now() + 10_000)
    if (failure !== null || unsettled(life) === null) break
    if (scheduler.now() > healedAt + patienceMilliseconds) {
      context.fail(`not settled: ${unsettled(life)}`)
      break
    }
  }
  checkEntries(context, life.devices, life.written, life.server.committed())
  for (const device of life.devices) {
    await checkShown(context, device)
    checkDurable(context, device)
    checkConflicts(context, device)
    closePages(device)
  }
  note(`${scheduler.steps()} steps`)
  return failure
}

function unsettled({ devices, server, written }: Life): string | null {
  const committed = server.committed()
  for (const device of devices) {
    if (hasUnsent(device)) return `${device.name} has unsent entries`
    const told = untold(device, committed)
    if (told !== null) return `${device.name}: ${told}`
    if (device.locked || !device.signedIn) continue
    const differs = difference(device, committed)
    if (differs !== null) return `${device.name}: ${differs}`
  }
  const held = new Set([...committed.inbox.values()].map(({ entry }) => entry.entryId))
  const lost = written.find(({ entryId }) => !held.has(entryId))
  if (lost !== undefined) return `${lost.entryId} is lost`
  const isWaiting = [...committed.inbox.values()].some(
    ({ entry }) => entry.status === 'stored' && entry.projected === 'waiting',
  )
  return isWaiting ? 'entries wait for their effect' : null
}
