import { sql, type Kysely } from 'kysely'
import { account, classIsReadable, isLoggedPart, isServer, role } from '../class-conditions.ts'

/**
 * Lets the digital health on-call read one patient's details or protected part in the transaction that has logged it:
 * `beredt.access` names her own line of the log. Numbers of printed copies are for those who print.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table access_log
    drop constraint access_log_pkey,
    add column access_id uuid not null default gen_random_uuid(),
    add primary key (municipality_id, access_id),
    add unique (municipality_id, entry_id),
    alter column entry_id drop not null,
    alter column device_id drop not null,
    add check (revealed in ('address', 'code', 'details')),
    add check (entry_id is not null or (revealed is not null and reason is not null))`.execute(db)
  await sql`create index access_log_by_employee on access_log (municipality_id, employee_id, opened_at)
    where entry_id is null`.execute(db)
  const isOwn = `${role} = 'hdu' and employee_id::text = ${account} and entry_id is null`
  await sql`create policy log_read on access_log as restrictive for select
    using (${sql.raw(`${isServer} or (${isOwn})`)})`.execute(db)
  await sql`create policy log_insert on access_log as restrictive for insert
    with check (${sql.raw(`${isServer} or (${isOwn})`)})`.execute(db)

  await sql`alter policy class_read on stream_doc
    using (${sql.raw(`${classIsReadable} or (${isLoggedPart})`)})`.execute(db)

  await sql`create policy printers on binder_copy as restrictive
    using (${sql.raw(`${isServer} or ${role} in ('shiftLead', 'sectionLeader')`)})`.execute(db)
}
