import type { ColumnType, Generated } from 'kysely'
import type { KeyId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'

/** The server keys that this database is used with: the only table that belongs to no municipality. */
export type ServerKeyTables = {
  serverKey: {
    /** Thumbprint of the root key. */
    rootId: KeyId
    /** The highest version of the key set that a server on this database has used. */
    version: number
    /** That set, public keys alone; null until a server has stored it. Written as text, read as a value that must still be parsed. */
    signedSet: ColumnType<unknown, string, string>
    /** Of the key that patients are known again by; null until a server has stored it. */
    identityKeyId: ColumnType<KeyId | null, KeyId | null, KeyId | null>
    firstUsedAt: Generated<Instant>
  }
}
