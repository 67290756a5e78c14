import { sql, type Kysely } from 'kysely'
import { isServer, role } from '../class-conditions.ts'
import { protectTable } from '../protect-table.ts'

/** One-time codes, zones out of use, and the log of what was done with accounts, sections and zones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table zone add column closed_at timestamptz`.execute(db)
  await sql`
    create table sign_in_code (
      municipality_id text not null,
      account_id uuid not null,
      code_hash text not null,
      issued_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (municipality_id, account_id),
      foreign key (municipality_id, account_id) references account
    )`.execute(db)
  await sql`
    create table account_event (
      municipality_id text not null references municipality,
      event_id bigint generated always as identity,
      at timestamptz not null,
      by_account uuid,
      account_id uuid,
      kind text not null,
      detail json not null,
      primary key (municipality_id, event_id),
      foreign key (municipality_id, by_account) references account,
      foreign key (municipality_id, account_id) references account
    )`.execute(db)
  await sql`
    create index account_event_of_account on account_event (municipality_id, account_id, event_id)`.execute(
    db,
  )
  const codes = ['select', 'insert', 'update', 'delete'] as const
  await protectTable(db, 'sign_in_code', { owner: 'municipality', may: [], accountsMay: codes })
  // Added to only: nobody who acts on an account takes away that she did.
  const log = ['select', 'insert'] as const
  await protectTable(db, 'account_event', { owner: 'municipality', may: [], accountsMay: log })
  for (const statement of rights) await sql.raw(statement).execute(db)
}

/** The role that keeps accounts reads when a section's list was taken in and when somebody was last here; of patients nothing. */
const rights = [
  `grant select on device_contact, enrolled_key to beredt_accounts`,
  `grant select (municipality_id, section_id, taken_at) on import_run to beredt_accounts`,
  // As `make_zone`: an import takes a zone into use again, for whoever leads its section by now, and does nothing else to it.
  `create function reopen_zones(zones text[], at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    here text := nullif(current_setting('beredt.municipality', true), '');
  begin
    if here is null or not (${isServer} or ${role} = 'sectionLeader') then
      raise insufficient_privilege using message = 'Only an import takes zones into use';
    end if;
    with opened as (
      update zone set closed_at = null
        where municipality_id = here and zone_id = any(zones) and closed_at is not null
        returning zone_id, section_id
    ), given as (
      insert into account_zone (municipality_id, account_id, zone_id)
        select distinct here, held.account_id, opened.zone_id from opened
          join zone beside on beside.municipality_id = here and beside.section_id = opened.section_id
          join account_zone held on held.municipality_id = here and held.zone_id = beside.zone_id
          join account on account.municipality_id = here and account.account_id = held.account_id
          where account.role = 'sectionLeader' and account.closed_at is null
        on conflict do nothing
        returning account_id, zone_id
    )
    insert into account_right (municipality_id, account_id, kind, name, held_from)
      select here, account_id, 'zone', zone_id, at from given on conflict do nothing;
  end $$`,
  `revoke execute on function reopen_zones(text[], timestamptz) from public`,
  `grant execute on function reopen_zones(text[], timestamptz) to beredt_app`,
]
