import type { TestCrypto } from '../support/test-crypto.ts'
import type { EmployeeId } from '#domain/base/ids.ts'
import type { Ablation } from './ablations.ts'
import type { BuildParts } from './build-parts.ts'
import type { History } from './history.ts'
import type { Pace } from './pace.ts'
import type { Listings } from './listings.ts'
import type { Employee } from './phone.ts'
import type { Random } from './random.ts'
import type { RightsLog } from './rights-log.ts'
import type { Scheduler } from './scheduler.ts'
import type { SimKeys } from './sim-keys.ts'

/** What every part of one run shares. */
export type RunContext = {
  random: Random
  scheduler: Scheduler
  crypto: TestCrypto
  history: History
  rights: RightsLog
  without: Ablation | null
  pace: Pace
  keys: SimKeys
  /** Every employee, as her account is today. */
  accounts: Map<EmployeeId, Employee>
  /** What the server has listed of late: who may get a copy of a key. */
  listings: Listings
  builds: BuildParts
  /** True from the moment when all trouble ends. */
  healed: boolean
  /** An invariant does not hold. The first one tells the most; the run goes on. */
  fail(invariant: string): void
  /** What happened, for whoever looks at a failing seed. */
  note(text: string): void
}
