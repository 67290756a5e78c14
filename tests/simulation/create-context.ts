import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { fakeCrypto, type TestCrypto } from '../support/test-crypto.ts'
import type { Ablation } from './ablations.ts'
import { createBuildParts } from './build-parts.ts'
import { createHistory } from './history.ts'
import { createListings } from './listings.ts'
import { outsideCrypto } from './outside-crypto.ts'
import { type PaceName, paces } from './pace.ts'
import { seededRandom } from './random.ts'
import { createRightsLog } from './rights-log.ts'
import type { RunContext } from './run-context.ts'
import { createScheduler } from './scheduler.ts'
import { createKeys } from './sim-keys.ts'

export type SimulationOptions = {
  seed: number
  without?: Ablation | null
  pace?: PaceName
  crypto?: TestCrypto
  onNote?: (text: string) => void
}

export const startMilliseconds = Date.UTC(2026, 10, 23, 17)

/** What a run from this seed begins with, and the invariants that did not hold in it, the first one first. */
export async function createContext(options: SimulationOptions): Promise<{
  context: RunContext
  failures: readonly string[]
}> {
  const random = seededRandom(options.seed)
  const pace = paces[options.pace ?? 'usual']
  const scheduler = createScheduler(random, startMilliseconds, pace.busy)
  const failures: string[] = []
  const note = (text: string): void => {
    const seconds = (scheduler.now() - startMilliseconds) / 1000
    options.onNote?.(`${seconds.toFixed(1)} s: ${text}`)
  }
  const crypto = outsideCrypto(options.crypto ?? fakeCrypto(), scheduler)
  const now = () => instantFromMilliseconds(scheduler.now())
  const withoutOldKeys = options.without === 'oldSealingKey' ? options.without : null
  const context: RunContext = {
    random,
    scheduler,
    crypto,
    keys: await createKeys(crypto, now, withoutOldKeys),
    accounts: new Map(),
    listings: createListings(),
    history: createHistory(),
    builds: createBuildParts(),
    rights: createRightsLog(),
    without: options.without ?? null,
    pace,
    healed: false,
    fail(invariant) {
      failures.push(invariant)
      note(`FAILED: ${invariant}`)
    },
    note,
  }
  return { context, failures }
}
