import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Old tries are removed with each new one, and an attacker may leave a million of them in a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Kinds that nobody counts any more: an account's in all networks, and an address's.
  await sql`delete from login_attempt where kind in ('account', 'address')`.execute(db)
  await sql`create index login_attempt_by_time on login_attempt (municipality_id, last_failure_at)`.execute(
    db,
  )
}
