import type { Hasher } from '#domain/base/hasher.ts'
import type { CacheDatabase } from '../databases/cache-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { UnlockedEmployee } from '../unlocked/unlocked-employee.ts'
import type { StreamKeys } from './stream-keys.ts'

export type ReplicaServices = {
  cache: Supervisor<CacheDatabase>
  unlocked: UnlockedEmployee
  keys: StreamKeys
  hasher: Hasher
}
