import { sql, type Kysely } from 'kysely'
import { isServer, role } from '../class-conditions.ts'
import { protectTable } from '../protect-table.ts'

/**
 * Creates the alarms of the administrator, the nonce of a session's enrolment, and what finds entries that were sealed
 * again for a new key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table alarm (
      municipality_id text not null references municipality,
      alarm_id uuid not null,
      kind text not null,
      at timestamptz not null,
      stream_id text,
      device_id uuid,
      employee_id uuid,
      primary key (municipality_id, alarm_id)
    )`.execute(db)
  await sql`create index alarm_at on alarm (municipality_id, at)`.execute(db)
  await protectTable(db, 'alarm', { owner: 'municipality', may: ['select', 'insert'] })
  await sql`create policy administrators_read on alarm as restrictive for select
    using (${sql.raw(`${isServer} or ${role} = 'administrator'`)})`.execute(db)
  await sql`create policy server_raises on alarm as restrictive for insert
    with check (${sql.raw(isServer)})`.execute(db)
  await sql`
    alter table session
      add column enrolment_nonce_hash text,
      add column enrolment_nonce_at timestamptz`.execute(db)
  await sql`
    alter table inbox add column reseals uuid
      generated always as ((entry -> 'header' ->> 'reseals')::uuid) stored`.execute(db)
  await sql`
    create index inbox_reseals on inbox (municipality_id, reseals)
      where status = 'stored' and reseals is not null`.execute(db)
}
