import type { TestCrypto } from '../support/test-crypto.ts'
import type { Ablation } from './ablations.ts'
import type { History } from './history.ts'
import type { Pace } from './pace.ts'
import type { Random } from './random.ts'
import type { RightsLog } from './rights-log.ts'
import type { Scheduler } from './scheduler.ts'

/** What every part of one run shares. */
export type RunContext = {
  random: Random
  scheduler: Scheduler
  crypto: TestCrypto
  history: History
  rights: RightsLog
  without: Ablation | null
  pace: Pace
  /** What pages claimed to add up to, by session and place, for devices that believe it unseen. */
  digests: Map<string, { count: number; digest: string }>
  /** True from the moment when all trouble ends. */
  healed: boolean
  /** An invariant does not hold. The first one tells the most; the run goes on. */
  fail(invariant: string): void
  /** What happened, for whoever looks at a failing seed. */
  note(text: string): void
}
