import { sql, type Kysely } from 'kysely'

/** Replaced data includes protected addresses and codes, so only the importing roles and the server may read it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy importers on import_change as restrictive using (
      (select coalesce(current_setting('beredt.account', true), '')) = ''
      or (select coalesce(current_setting('beredt.role', true), '')) in ('sectionLeader', 'administrator')
    )`.execute(db)
}
