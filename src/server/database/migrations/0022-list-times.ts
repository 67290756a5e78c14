import { sql, type Kysely } from 'kysely'

/** What a restoration dates the lists back to, and how old a link of a stream's chain is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table import_run add column list_times jsonb not null default '[]'`.execute(db)
  await sql`
    alter table stream_commit
      add column written_at timestamptz not null default now()`.execute(db)
  await sql`grant delete on stream_commit to beredt_app`.execute(db)
}
