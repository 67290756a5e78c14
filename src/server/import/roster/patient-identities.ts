import { createHash } from 'node:crypto'
import { PatientId, type MunicipalityId } from '#domain/base/ids.ts'
import {
  identityKeys,
  isNameAlone,
  type Identified,
  type IdentityKey,
} from '#domain/roster/person-identity.ts'
import type { DatabaseTransaction } from '../../database/database.ts'

const batch = 2_000

/**
 * The ids that people of these identities have had before, in the same order; null for who is new. Only the surest
 * key counts: two with one name and one birth date may be two. An EHR id counts with name and birth date alone, for
 * some lists number their own lines, and nobody must come back as somebody else.
 */
export async function findPatientIds(
  transaction: DatabaseTransaction,
  people: readonly Identified[],
): Promise<(PatientId | null)[]> {
  const keys = people.map(keysThatCount)
  const hashes = keys.flat()
  const found = new Map<string, PatientId>()
  for (let from = 0; from < hashes.length; from += batch) {
    const rows = await transaction
      .selectFrom('patientIdentity')
      .select(['keyHash', 'patientId'])
      .where('keyHash', 'in', hashes.slice(from, from + batch))
      .execute()
    for (const { keyHash, patientId } of rows) found.set(keyHash, patientId)
  }
  return keys.map((counting) => {
    const ids = new Set(counting.map((hash) => found.get(hash) ?? null))
    const [only = null] = ids
    return ids.size === 1 ? only : null
  })
}

function keysThatCount(person: Identified): string[] {
  const [surest, further] = identityKeys(person)
  // Among all who ever were in the roster, a name says nothing of who somebody is.
  if (surest === undefined || isNameAlone(person)) return []
  if (surest.kind !== 'ehrId') return [hashKey(surest)]
  return further === undefined ? [] : [hashKey(surest), hashKey(further)]
}

/** Remembers by what these patients are known. The first to hold a key keeps it. */
export async function savePatientIds(
  transaction: DatabaseTransaction,
  municipalityId: MunicipalityId,
  people: readonly { id: PatientId; identity: Identified }[],
): Promise<void> {
  const rows = people.flatMap(({ id, identity }) =>
    identityKeys(identity).map((key) => ({ municipalityId, keyHash: hashKey(key), patientId: id })),
  )
  for (let from = 0; from < rows.length; from += batch) {
    await transaction
      .insertInto('patientIdentity')
      .values(rows.slice(from, from + batch))
      .onConflict((known) => known.doNothing())
      .execute()
  }
}

function hashKey({ kind, value }: IdentityKey): string {
  return createHash('sha256').update(`${kind}:${value}`).digest('hex')
}
