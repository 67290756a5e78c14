import type { TrustTools } from '#domain/trust/signatures.ts'
import type { CacheDatabase } from '../databases/cache-database.ts'
import type { OutboxDatabase } from '../databases/outbox-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { TrustParts } from '../trust/trust-parts.ts'
import type { UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import type { StreamKeys } from './stream-keys.ts'

export type ReplicaServices = {
  cache: Supervisor<CacheDatabase>
  outbox: Supervisor<OutboxDatabase>
  unlocked: UnlockedEmployee
  keys: StreamKeys
  tools: TrustTools
  parts: TrustParts
}
