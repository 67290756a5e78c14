import { sql } from 'kysely'
import type { KeyId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { listMunicipalities } from '../accounts/municipality-directory.ts'
import type { AccountsDatabase, Database, DatabaseTransaction } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { keysFolder } from './key-files.ts'
import { type KeyRing, keyRing } from './key-ring.ts'
import { type ServerKeys, openServerKeys, readServerKeys } from './keys.ts'
import { ServerKeysFault } from './server-keys-fault.ts'

/**
 * Answers with the keys of the data folder that this database is used with.
 *
 * The first start stores the root key's id in the database. Later starts fail when the keys are missing, of another
 * root, or older than those that the database was used with last: with those, the server could neither open what phones
 * have sealed nor sign what they believe. A lock is held meanwhile, so of two servers that start at the same moment with
 * different keys the second one fails.
 */
export async function claimServerKeys(
  { db, accounts: { pool } }: { db: Database; accounts: AccountsDatabase },
  dataDir: string,
  now: Instant,
): Promise<KeyRing> {
  const keys = await pool.transaction().execute(async (transaction) => {
    await sql`lock table server_key in exclusive mode`.execute(transaction)
    const claim = await transaction
      .selectFrom('serverKey')
      .select(['rootId', 'version'])
      .executeTakeFirst()
    const found = await readServerKeys(dataDir)
    const folder = keysFolder(dataDir)
    if (claim === undefined) {
      const taken = found ?? (await firstKeys(db, dataDir, now))
      if (found !== null) await refuseUnlessUsed(db, found, folder)
      const { kid, version } = taken.signed.keySet
      await transaction.insertInto('serverKey').values({ rootId: kid, version }).execute()
      return taken
    }
    if (found === null) throw new ServerKeysFault('missing', folder)
    const { keySet } = found.signed
    if (claim.rootId !== keySet.kid) throw new ServerKeysFault('foreign', folder)
    if (claim.version > keySet.version) throw new ServerKeysFault('older', folder)
    await saveVersion(transaction, found)
    return found
  })
  return keyRing(
    keys,
    () => readServerKeys(dataDir),
    (adopted) => pool.transaction().execute((transaction) => saveVersion(transaction, adopted)),
  )
}

/** Another server on this database may have adopted a higher version already. */
async function saveVersion(
  transaction: DatabaseTransaction,
  { signed }: ServerKeys,
): Promise<void> {
  const { version } = signed.keySet
  await transaction
    .updateTable('serverKey')
    .set({ version })
    .where('version', '<', version)
    .execute()
}

/** A database that has a device is never given its first keys anew. */
async function firstKeys(db: Database, dataDir: string, now: Instant): Promise<ServerKeys> {
  const { hasDevices } = await usedKeys(db)
  if (hasDevices) throw new ServerKeysFault('missing', keysFolder(dataDir))
  return await openServerKeys(dataDir, now)
}

async function refuseUnlessUsed(
  db: Database,
  { signed }: ServerKeys,
  folder: string,
): Promise<void> {
  const { sealedTo } = await usedKeys(db)
  const { real, exercise } = signed.keySet.sealing
  const isUsed = [...real, ...exercise].some(({ keyId }) => sealedTo.has(keyId))
  if (sealedTo.size > 0 && !isUsed) throw new ServerKeysFault('foreign', folder)
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
