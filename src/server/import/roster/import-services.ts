import type { Hasher } from '#domain/base/hasher.ts'
import type { Sources } from '../../base/sources.ts'
import type { Database, DatabaseTransaction } from '../../database/database.ts'
import type { StreamStore } from '../../streams/stream-store.ts'

export type ImportServices = {
  db: Database
  sources: Pick<Sources, 'now' | 'newId'>
  hasher: Hasher
  openStreams: (transaction: DatabaseTransaction) => StreamStore
}
