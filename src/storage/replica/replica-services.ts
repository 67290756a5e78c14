import type { Hasher } from '#domain/base/hasher.ts'
import type { CacheDatabase } from '../databases/cache-database.ts'
import type { Supervisor } from '../databases/supervisor.ts'
import type { Sessions } from '../vault/session.ts'
import type { StreamKeys } from './stream-keys.ts'

export type ReplicaServices = {
  cache: Supervisor<CacheDatabase>
  sessions: Sessions
  keys: StreamKeys
  hasher: Hasher
}
