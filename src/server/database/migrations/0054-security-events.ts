import { sql, type Kysely } from 'kysely'
import { isServer, role } from '../class-conditions.ts'
import { protectTable } from '../protect-table.ts'

/** Creates the log of security events, which is added to only, and how far it has been sent to whoever watches the server. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table security_event (
      municipality_id text not null references municipality,
      event_id uuid not null,
      turn bigint generated always as identity,
      kind text not null,
      at timestamptz not null,
      employee_id uuid,
      by_id uuid default nullif(current_setting('beredt.account', true), '')::uuid,
      device_id uuid,
      address text,
      count integer not null check (count > 0),
      primary key (municipality_id, turn),
      unique (municipality_id, event_id)
    )`.execute(db)
  await protectTable(db, 'security_event', {
    owner: 'municipality',
    may: ['select', 'insert'],
    accountsMay: ['insert'],
  })
  await sql`create policy administrators_read on security_event as restrictive for select
    using (${sql.raw(`${isServer} or ${role} = 'administrator'`)})`.execute(db)
  await sql`
    create table security_delivery (
      municipality_id text primary key references municipality,
      turn bigint not null
    )`.execute(db)
  await protectTable(db, 'security_delivery', {
    owner: 'municipality',
    may: ['select', 'insert', 'update'],
  })
  await sql`create policy server_only on security_delivery as restrictive
    using (${sql.raw(isServer)})`.execute(db)
}
