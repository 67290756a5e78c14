import type { Hasher } from '#domain/base/hasher.ts'
import type { World } from '#domain/base/world.ts'
import type { Sources } from '../../base/sources.ts'
import type { Database, DatabaseTransaction } from '../../database/database.ts'
import type { IdentityKey } from '../../keys/identity-key.ts'
import type { ListReader } from '../apart/list-reader.ts'
import type { StreamStore } from '../../streams/stream-store.ts'

export type ImportServices = {
  db: Database
  sources: Pick<Sources, 'now' | 'newId'>
  hasher: Hasher
  readList: ListReader
  /** Whose roster the lists are taken into. */
  world: World
  /** By what patients are known again. */
  identities: IdentityKey
  openStreams: (transaction: DatabaseTransaction) => StreamStore
}
