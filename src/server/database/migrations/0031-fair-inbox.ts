import { sql, type Kysely } from 'kysely'

/**
 * Gives every waiting entry a turn, so that devices take turns; counts its faults; says until when it waits and for
 * what; and keeps how much each device has sent lately.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table inbox
      add column turn bigint not null default 0,
      add column faults smallint not null default 0,
      add column due_at timestamptz,
      add column waits_for text check (waits_for in ('retry', 'newerServer')),
      add constraint inbox_postponed check ((due_at is null) = (waits_for is null))`.execute(db)
  await sql`
    alter table device
      add column used_at timestamptz,
      add column used_entries double precision not null default 0,
      add column used_bytes double precision not null default 0,
      add column used_junk_bytes double precision not null default 0`.execute(db)
  await sql`drop index inbox_waiting`.execute(db)
  const waiting = `status = 'stored' and projected = 'waiting'`
  const statements = [
    `create index inbox_turn on inbox (municipality_id, sealed_to, turn, received_at, n)
      where ${waiting} and due_at is null`,
    `create index inbox_device_turn on inbox (municipality_id, device_id, sealed_to, turn)
      where ${waiting} and due_at is null`,
    `create index inbox_due on inbox (municipality_id, due_at) where ${waiting} and due_at is not null`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
