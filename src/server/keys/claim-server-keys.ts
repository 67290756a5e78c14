import { sql } from 'kysely'
import type { KeyId } from '#domain/base/ids.ts'
import { listMunicipalities } from '../accounts/municipality-directory.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { keysFolder, openServerKeys, readServerKeys, type ServerKeys } from './keys.ts'
import { ServerKeysFault } from './server-keys-fault.ts'

/**
 * Answers with the keys of the data folder that this database is used with.
 *
 * The first start stores their ids in the database. Later starts fail when the keys are missing or different, because
 * new keys could neither open what phones have sealed nor prove that they are enrolled. A lock is held meanwhile, so of
 * two servers that start at the same moment with different keys the second one fails.
 */
export async function claimServerKeys(db: Database, dataDir: string): Promise<ServerKeys> {
  return await db.transaction().execute(async (transaction) => {
    await sql`lock table server_key in exclusive mode`.execute(transaction)
    const claimed = await transaction.selectFrom('serverKey').select(['purpose', 'keyId']).execute()
    const found = await readServerKeys(dataDir)
    const folder = keysFolder(dataDir)
    if (claimed.length > 0) {
      if (found === null) throw new ServerKeysFault('missing', folder)
      if (claimed.some(({ purpose, keyId }) => found[purpose].keyId !== keyId)) {
        throw new ServerKeysFault('foreign', folder)
      }
      return found
    }
    const used = await usedKeys(db)
    if (found === null && used.hasDevices) throw new ServerKeysFault('missing', folder)
    if (found !== null && used.sealedTo.size > 0 && !used.sealedTo.has(found.sealing.keyId)) {
      throw new ServerKeysFault('foreign', folder)
    }
    const keys = found ?? (await openServerKeys(dataDir))
    await transaction
      .insertInto('serverKey')
      .values([
        { purpose: 'sealing', keyId: keys.sealing.keyId },
        { purpose: 'certificates', keyId: keys.certificates.keyId },
      ])
      .execute()
    return keys
  })
}

/** Finds out whether a database without stored key ids has been used with keys before. */
async function usedKeys(
  db: Database,
): Promise<{ hasDevices: boolean; sealedTo: ReadonlySet<KeyId> }> {
  const sealedTo = new Set<KeyId>()
  let hasDevices = false
  for (const municipality of await listMunicipalities(db)) {
    const scope = await systemScope(db, municipality)
    await withTenant(db, scope, async (transaction) => {
      const device = await transaction.selectFrom('device').select('deviceId').executeTakeFirst()
      hasDevices ||= device !== undefined
      const keys = await transaction.selectFrom('inbox').select('sealedTo').distinct().execute()
      for (const { sealedTo: keyId } of keys) sealedTo.add(keyId)
    })
  }
  return { hasDevices, sealedTo }
}
