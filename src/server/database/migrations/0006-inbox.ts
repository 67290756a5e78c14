import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

/** Creates the inbox of entries from devices, and the tables of effects that are not stream documents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table device (
      municipality_id text not null references municipality,
      device_id uuid not null,
      key_id text not null,
      label text,
      enrolled_by uuid,
      enrolled_at timestamptz,
      head integer not null,
      notice_cursor bigint not null,
      durable integer,
      primary key (municipality_id, device_id)
    )`.execute(db)
  await sql`
    create table inbox (
      municipality_id text not null references municipality,
      device_id uuid not null,
      bytes_hash text not null,
      entry_hash text not null,
      entry_id uuid not null,
      n integer not null,
      prev_hash text not null,
      status text not null check (status in ('stored', 'conflict', 'quarantined')),
      reason text,
      projected text not null check (projected in ('waiting', 'applied', 'quarantined')),
      author_employee_id uuid,
      received_at timestamptz not null,
      entry json not null,
      notice_cursor bigint,
      notice_reason text,
      primary key (municipality_id, device_id, bytes_hash),
      foreign key (municipality_id, device_id) references device
    )`.execute(db)
  await createInboxIndexes(db)
  await sql`
    create table access_log (
      municipality_id text not null references municipality,
      entry_id uuid not null,
      device_id uuid not null,
      world text not null check (world in ('real', 'exercise')),
      zone_id text not null,
      employee_id uuid not null,
      patient_id uuid not null,
      opened_at timestamptz not null,
      revealed text,
      reason text,
      primary key (municipality_id, entry_id)
    )`.execute(db)
  await protectTable(db, 'device', { owner: 'municipality', may: ['select', 'insert', 'update'] })
  await protectTable(db, 'inbox', { owner: 'municipality', may: ['select', 'insert', 'update'] })
  await protectTable(db, 'access_log', { owner: 'zone', may: ['select', 'insert'] })
  // Only the projection reads entries, never a request of a signed-in employee.
  await sql`
    create policy server_only on inbox as restrictive
    using ((select coalesce(current_setting('beredt.account', true), '')) = '')`.execute(db)
}

async function createInboxIndexes(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create unique index inbox_entry_id on inbox (municipality_id, entry_id) where status = 'stored'`,
    `create unique index inbox_number on inbox (municipality_id, device_id, n) where status = 'stored'`,
    `create index inbox_any_entry_id on inbox (municipality_id, entry_id)`,
    `create index inbox_any_number on inbox (municipality_id, device_id, n)`,
    `create index inbox_waiting on inbox (municipality_id, received_at, n)
      where status = 'stored' and projected = 'waiting'`,
    `create index inbox_notice on inbox (municipality_id, device_id, notice_cursor)
      where notice_cursor is not null`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
