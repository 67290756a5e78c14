import { sql } from 'kysely'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { Database } from '../../database/database.ts'
import { systemScope, withTenant } from '../../database/with-tenant.ts'
import type { IdentityKey } from '../../keys/identity-key.ts'

const batch = 500

/**
 * Puts the key into the rows that an earlier version wrote without one. Each batch is one transaction, and what several
 * servers do at once is done once. A row that is left without a key says nothing to an import: it is found by no hash.
 */
export async function keyIdentities(
  db: Database,
  municipality: MunicipalityId,
  key: IdentityKey,
): Promise<void> {
  const scope = await systemScope(db, municipality)
  for (let isDone = false; !isDone;) {
    isDone = await withTenant(db, scope, async (transaction) => {
      const bare = await transaction
        .selectFrom('patientIdentity')
        .select(['keyHash', 'patientId'])
        .where('keyId', 'is', null)
        .limit(batch)
        .execute()
      if (bare.length === 0) return true
      await transaction
        .insertInto('patientIdentity')
        .values(
          bare.map(({ keyHash, patientId }) => ({
            municipalityId: municipality,
            keyHash: key.hash(keyHash),
            keyId: key.keyId,
            patientId,
          })),
        )
        .onConflict((known) => known.doNothing())
        .execute()
      await transaction
        .deleteFrom('patientIdentity')
        .where('keyId', 'is', null)
        .where('keyHash', '=', sql<string>`any(${bare.map(({ keyHash }) => keyHash)}::text[])`)
        .execute()
      return false
    })
  }
}
