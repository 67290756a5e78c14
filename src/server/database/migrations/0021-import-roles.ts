import { sql, type Kysely } from 'kysely'

/** What an import replaced holds protected addresses and codes too: it is for those who import, and the server itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy importers on import_change as restrictive using (
      (select coalesce(current_setting('beredt.account', true), '')) = ''
      or (select coalesce(current_setting('beredt.role', true), '')) in ('sectionLeader', 'administrator')
    )`.execute(db)
}
