import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

/**
 * Stores which server keys this database is used with, and which key each entry is sealed to. The server neither
 * opens nor rejects an entry whose key it does not have.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table server_key (
      root_id text primary key,
      version integer not null,
      first_used_at timestamptz not null default now()
    )`.execute(db)
  await protectTable(db, 'server_key', { owner: 'server', may: [] })
  await sql`
    alter table inbox add column sealed_to text
      generated always as (entry -> 'header' ->> 'serverKeyId') stored`.execute(db)
  await sql`drop index inbox_waiting`.execute(db)
  await sql`
    create index inbox_waiting on inbox (municipality_id, sealed_to, received_at, n)
      where status = 'stored' and projected = 'waiting'`.execute(db)
}
