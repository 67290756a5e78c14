import { sql, type Kysely } from 'kysely'

/** Finds the few entries of a device that are not stored, at each push. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index inbox_disputed on inbox (municipality_id, device_id, n desc)
    where status <> 'stored'`.execute(db)
}
