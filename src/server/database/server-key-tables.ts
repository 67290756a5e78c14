import type { Generated } from 'kysely'
import type { KeyId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'

/** The server keys that this database is used with: the only table that belongs to no municipality. */
export type ServerKeyTables = {
  serverKey: {
    /** Thumbprint of the root key. */
    rootId: KeyId
    /** The highest version of the key set that a server on this database has used. */
    version: number
    firstUsedAt: Generated<Instant>
  }
}
