import { sql } from 'kysely'
import type { KeyId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { listMunicipalities } from '../accounts/municipality-directory.ts'
import type { AccountsDatabase, Database, DatabaseTransaction } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { SignedKeySet } from '#domain/trust/key-set.ts'
import { type KeysClaim, acceptNewKeys } from './accept-new-keys.ts'
import { type ClaimedIdentityKey, claimIdentityKey } from './claim-identity-key.ts'
import { keysFolder } from './key-files.ts'
import { type KeyRing, keyRing } from './key-ring.ts'
import { type ServerKeys, openServerKeys, readServerKeys } from './keys.ts'
import { ServerKeysFault } from './server-keys-fault.ts'

/** `known`: keys that are missing or others end the start. `acceptNew`: a person has said that the known ones are lost. */
export type KeysPolicy = 'known' | 'acceptNew'

/** How the keys came: found as they were used last, made at the first start, or accepted in the place of lost ones. */
export type KeysOrigin = 'known' | 'first' | 'newSet' | 'newRoot'

export type ClaimedKeys = { ring: KeyRing; origin: KeysOrigin; identity: ClaimedIdentityKey }

/**
 * Answers with the keys of the data folder that this database is used with.
 *
 * The first start stores the root key's id in the database. Later starts fail when the keys are missing, of another
 * root, or older than those that the database was used with last: with those, the server could neither open what phones
 * have sealed nor sign what they believe. A lock is held meanwhile, so of two servers that start at the same moment with
 * different keys the second one fails.
 */
export async function claimServerKeys(
  { db, accounts: { pool } }: KeysDatabases,
  dataDir: string,
  now: Instant,
  policy: KeysPolicy = 'known',
): Promise<ClaimedKeys> {
  const { keys, origin, identity } = await pool.transaction().execute(async (transaction) => {
    await sql`lock table server_key in exclusive mode`.execute(transaction)
    const claim = await readClaim(transaction)
    const taken =
      claim === null
        ? await takeFirst(db, dataDir, { now, policy })
        : await takeKnown(claim, dataDir, { now, policy })
    if (claim === null) await insertClaim(transaction, taken.keys)
    else if (taken.origin === 'newRoot') await replaceClaim(transaction, taken.keys)
    else await saveVersion(transaction, taken.keys)
    const identity = await claimIdentityKey(dataDir, claim?.identityKeyId ?? null, policy)
    await transaction.updateTable('serverKey').set({ identityKeyId: identity.key.keyId }).execute()
    return { ...taken, identity }
  })
  const ring = keyRing(
    keys,
    () => readServerKeys(dataDir),
    (adopted) => pool.transaction().execute((transaction) => saveVersion(transaction, adopted)),
  )
  return { ring, origin, identity }
}

type KeysDatabases = { db: Database; accounts: AccountsDatabase }
type StoredClaim = KeysClaim & { identityKeyId: KeyId | null }
type TakenKeys = { keys: ServerKeys; origin: KeysOrigin }
type Taking = { now: Instant; policy: KeysPolicy }

async function readClaim(transaction: DatabaseTransaction): Promise<StoredClaim | null> {
  const row = await transaction
    .selectFrom('serverKey')
    .select(['rootId', 'version', 'signedSet', 'identityKeyId'])
    .executeTakeFirst()
  if (row === undefined) return null
  const { signedSet, ...claim } = row
  return { ...claim, signed: signedSet === null ? null : SignedKeySet.parse(signedSet) }
}

async function takeFirst(db: Database, dataDir: string, taking: Taking): Promise<TakenKeys> {
  const { now, policy } = taking
  const found = await readServerKeys(dataDir)
  if (policy === 'acceptNew') {
    return { keys: found ?? (await openServerKeys(dataDir, now)), origin: 'newRoot' }
  }
  if (found === null) return { keys: await firstKeys(db, dataDir, now), origin: 'first' }
  await refuseUnlessUsed(db, found, keysFolder(dataDir))
  return { keys: found, origin: 'first' }
}

async function takeKnown(
  claim: KeysClaim,
  dataDir: string,
  { now, policy }: Taking,
): Promise<TakenKeys> {
  const found = await readServerKeys(dataDir)
  const fault = faultOf(found, claim)
  if (found !== null && fault === null) return { keys: found, origin: 'known' }
  if (policy === 'known') throw new ServerKeysFault(fault ?? 'missing', keysFolder(dataDir))
  const keys = await acceptNewKeys(dataDir, claim, now)
  const isSameRoot = keys.signed.keySet.kid === claim.rootId
  return { keys, origin: isSameRoot ? 'newSet' : 'newRoot' }
}

function faultOf(
  found: ServerKeys | null,
  claim: KeysClaim,
): 'missing' | 'foreign' | 'older' | null {
  if (found === null) return 'missing'
  const { kid, version } = found.signed.keySet
  if (kid !== claim.rootId) return 'foreign'
  return claim.version > version ? 'older' : null
}

function rowOf({ signed }: ServerKeys) {
  const { kid: rootId, version } = signed.keySet
  return { rootId, version, signedSet: JSON.stringify(signed) }
}

async function insertClaim(transaction: DatabaseTransaction, keys: ServerKeys): Promise<void> {
  await transaction
    .insertInto('serverKey')
    .values({ ...rowOf(keys), identityKeyId: null })
    .execute()
}

/** There is one row: what the database is used with. */
async function replaceClaim(transaction: DatabaseTransaction, keys: ServerKeys): Promise<void> {
  await transaction.updateTable('serverKey').set(rowOf(keys)).execute()
}

/** Another server on this database may have adopted a higher version already. */
async function saveVersion(transaction: DatabaseTransaction, keys: ServerKeys): Promise<void> {
  const { version, signedSet } = rowOf(keys)
  await transaction
    .updateTable('serverKey')
    .set({ version, signedSet })
    .where((row) => row.or([row('version', '<', version), row('signedSet', 'is', null)]))
    .where('version', '<=', version)
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
