import { sql } from 'kysely'
import type { DatabaseTransaction } from './database.ts'

/**
 * Waits for every other transaction that has locked the same name, until this one ends. The application role may lock no
 * row of an account, a zone or a section, because it may change none.
 */
export async function lockName(transaction: DatabaseTransaction, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
}

/** Does the same for several names, always in the same order, so that two who lock several cannot deadlock. */
export async function lockNames(
  transaction: DatabaseTransaction,
  names: readonly string[],
): Promise<void> {
  const inOrder = [...new Set(names)].toSorted()
  await sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${inOrder}::text[]) as name`.execute(
    transaction,
  )
}
