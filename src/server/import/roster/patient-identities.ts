import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { PatientId, type MunicipalityId } from '#domain/base/ids.ts'
import {
  identityKeys,
  isNameAlone,
  type Identified,
  type IdentityKey as PersonKey,
} from '#domain/roster/person-identity.ts'
import type { IdentityKey } from '../../keys/identity-key.ts'
import { type ImportTask, throwIfCancelled } from '../task/import-task.ts'
import { mapInTurns } from '../task/work-in-turns.ts'
import type { DatabaseTransaction } from '../../database/database.ts'

/** Making one query of more would keep others waiting. */
const batch = 500

/**
 * The ids that people of these identities have had before, in the same order; null for who is new. Only the surest
 * key counts: two with one name and one birth date may be two. An EHR id counts with name and birth date alone, for
 * some lists number their own lines, and nobody must come back as somebody else.
 */
export async function findPatientIds(
  transaction: DatabaseTransaction,
  identities: IdentityKey,
  people: readonly Identified[],
  task: ImportTask,
): Promise<(PatientId | null)[]> {
  const keys = await mapInTurns(task, 'comparing', people, (person) =>
    keysThatCount(person).map((key) => hashKey(key, identities)),
  )
  const hashes = keys.flat()
  const found = new Map<string, PatientId>()
  for (let from = 0; from < hashes.length; from += batch) {
    const rows = await transaction
      .selectFrom('patientIdentity')
      .select(['keyHash', 'patientId'])
      .where('keyHash', '=', sql<string>`any(${hashes.slice(from, from + batch)}::text[])`)
      .execute()
    for (const { keyHash, patientId } of rows) found.set(keyHash, patientId)
  }
  return keys.map((counting) => {
    const ids = new Set(counting.map((hash) => found.get(hash) ?? null))
    const [only = null] = ids
    return ids.size === 1 ? only : null
  })
}

function keysThatCount(person: Identified): PersonKey[] {
  const [surest, further] = identityKeys(person)
  // Among all who ever were in the roster, a name says nothing of who somebody is.
  if (surest === undefined || isNameAlone(person)) return []
  if (surest.kind !== 'ehrId') return [surest]
  return further === undefined ? [] : [surest, further]
}

/** Remembers by what these patients are known. The first to hold a key keeps it. */
export async function savePatientIds(
  transaction: DatabaseTransaction,
  { municipality, identities }: { municipality: MunicipalityId; identities: IdentityKey },
  people: readonly { id: PatientId; identity: Identified }[],
  task: ImportTask,
): Promise<void> {
  const keys = await mapInTurns(task, 'comparing', people, ({ id, identity }) =>
    identityKeys(identity).map((key) => ({
      keyHash: hashKey(key, identities),
      patientId: id,
    })),
  )
  const rows = keys.flat()
  for (let from = 0; from < rows.length; from += batch) {
    throwIfCancelled(task)
    const part = rows.slice(from, from + batch)
    await sql`
      insert into patient_identity (municipality_id, key_id, key_hash, patient_id)
      select ${municipality}::text, ${identities.keyId}::text, known.*
      from unnest(
        ${part.map(({ keyHash }) => keyHash)}::text[],
        ${part.map(({ patientId }) => patientId)}::uuid[]) as known
      on conflict do nothing`.execute(transaction)
  }
}

/** The bare hash inside is what an earlier version stored: so its rows are keyed without anybody’s number. */
function hashKey({ kind, value }: PersonKey, identities: IdentityKey): string {
  return identities.hash(createHash('sha256').update(`${kind}:${value}`).digest('hex'))
}
