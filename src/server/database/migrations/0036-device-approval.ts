import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

/** Whether leaders approve new devices, and the requests that wait for one or were decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table municipality add column approves_devices boolean not null default false`.execute(
    db,
  )
  // While the switch is off, a device needs no leader: who turned it, and when, must be found again.
  await sql`
    create table approval_switch (
      municipality_id text not null references municipality,
      switched_at timestamptz not null,
      switched_by uuid not null,
      approves_devices boolean not null,
      turn bigint generated always as identity,
      primary key (municipality_id, turn),
      foreign key (municipality_id, switched_by) references account
    )`.execute(db)
  await protectTable(db, 'approval_switch', { owner: 'municipality', may: ['select', 'insert'] })
  await sql`
    create table device_request (
      municipality_id text not null references municipality,
      request_id uuid not null,
      device_id uuid not null,
      employee_id uuid not null,
      keys text[] not null,
      label text not null,
      requested_at timestamptz not null,
      decision text check (decision in ('approved', 'rejected')),
      decided_by uuid check (decided_by <> employee_id),
      decided_at timestamptz,
      used_at timestamptz check (used_at is null or decision = 'approved'),
      primary key (municipality_id, request_id),
      check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
      foreign key (municipality_id, employee_id) references account,
      foreign key (municipality_id, decided_by) references account
    )`.execute(db)
  await sql`
    create unique index device_request_waiting
      on device_request (municipality_id, employee_id, device_id) where decision is null`.execute(
    db,
  )
  await protectTable(db, 'device_request', {
    owner: 'municipality',
    may: ['select', 'insert', 'update', 'delete'],
  })
}
