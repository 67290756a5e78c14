import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

/**
 * Which of the server's keys this database is used with, and which key each entry waits for. An entry whose key this
 * server does not hold is neither read nor judged.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table server_key (
      purpose text primary key check (purpose in ('sealing', 'certificates')),
      key_id text not null,
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
