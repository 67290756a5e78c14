import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

/**
 * Adds what the projection judges authors by: rights with their history, closings, contacts of devices and what was so
 * when an entry was received; and what waits for a leader.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account rename column disabled_at to closed_at`.execute(db)
  await sql`alter table account add column closed_for_abuse_from timestamptz`.execute(db)
  await sql`
    alter table device
      add column closed_at timestamptz,
      add column closed_for_abuse_from timestamptz`.execute(db)
  await createRights(db)
  await sql`
    alter table inbox
      add column contact_before timestamptz,
      add column credential_expires_at timestamptz,
      drop constraint inbox_projected_check,
      add constraint inbox_projected_check
        check (projected in ('waiting', 'applied', 'quarantined', 'held', 'taken', 'rejected'))`.execute(
    db,
  )
  await createReviews(db)
}

async function createRights(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account_right (
      municipality_id text not null,
      account_id uuid not null,
      kind text not null check (kind in ('role', 'zone')),
      name text not null,
      held_from timestamptz not null,
      held_to timestamptz check (held_to >= held_from),
      primary key (municipality_id, account_id, kind, name, held_from),
      foreign key (municipality_id, account_id) references account
    )`.execute(db)
  await sql`
    create unique index account_right_held on account_right (municipality_id, account_id, kind, name)
      where held_to is null`.execute(db)
  await sql`
    create table device_contact (
      municipality_id text not null,
      device_id uuid not null,
      employee_id uuid not null,
      at timestamptz not null,
      primary key (municipality_id, device_id, employee_id),
      foreign key (municipality_id, device_id) references device
    )`.execute(db)
  const may = ['select', 'insert', 'update'] as const
  await protectTable(db, 'account_right', { owner: 'municipality', may })
  await protectTable(db, 'device_contact', { owner: 'municipality', may })
}

/** A leader reads what waits in her own zones. Only the server itself adds to it and writes decisions down. */
async function createReviews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table entry_review (
      municipality_id text not null,
      entry_id uuid not null,
      device_id uuid not null,
      bytes_hash text not null,
      world text not null check (world in ('real', 'exercise')),
      zone_id text not null,
      kind text not null check (kind in ('held', 'marked')),
      reason text,
      note json not null,
      raised_at timestamptz not null,
      decision text check (decision in ('taken', 'rejected', 'seen')),
      decided_at timestamptz,
      decided_by uuid,
      decision_reason text,
      primary key (municipality_id, entry_id),
      foreign key (municipality_id, device_id, bytes_hash) references inbox,
      check ((decision is null) = (decided_at is null and decided_by is null)),
      check ((kind = 'held') = (reason is not null)),
      check ((decision = 'rejected') = (decision_reason is not null) or decision is null)
    )`.execute(db)
  await sql`
    create index entry_review_waiting on entry_review (municipality_id, zone_id, raised_at)
      where decision is null`.execute(db)
  await protectTable(db, 'entry_review', { owner: 'zone', may: ['select', 'insert', 'update'] })
  const isServer = sql`(select coalesce(current_setting('beredt.account', true), '')) = ''`
  await sql`
    create policy leaders_read on entry_review as restrictive for select
    using (${isServer} or (select coalesce(current_setting('beredt.role', true), '')) = 'sectionLeader')`.execute(
    db,
  )
  await sql`
    create policy server_adds on entry_review as restrictive for insert with check (${isServer})`.execute(
    db,
  )
  await sql`
    create policy server_decides on entry_review as restrictive for update
    using (${isServer}) with check (${isServer})`.execute(db)
}
