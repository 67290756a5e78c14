import { sql, type Kysely } from 'kysely'
import { isServer, role } from '../class-conditions.ts'
import { loginRoles, roleStatements } from '../login-roles.ts'

/**
 * Gives accounts, sessions, attempts, zones and the server's key ids to a role of their own, leaves the application role the
 * columns that it needs of them, and ties a stream's zone to its name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of roleStatements) await sql.raw(statement).execute(db)
  const logins = Object.values(loginRoles).join(', ')
  await run(db, [`grant usage on schema public to ${logins}`])
  await run(db, applicationRights)
  await run(db, accountsRights)
  await run(db, streamTies)
  await sql.raw(makeZone).execute(db)
  await run(db, [
    `revoke execute on function make_zone(text, text, text, uuid[], timestamptz) from public`,
    `grant execute on function make_zone(text, text, text, uuid[], timestamptz) to beredt_app`,
  ])
}

async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** Everything of an account but its password. */
const publicColumns = `municipality_id, account_id, username, role, name, title, hpr_number, closed_at,
  closed_for_abuse_from, created_at`

const applicationRights = [
  `revoke all on municipality, section, zone, account, account_zone, account_right, session, login_attempt,
    invitation, approval_switch, device, inbox, import_run from beredt_app`,
  `grant select on municipality, section, zone, account_zone, account_right, approval_switch, device, inbox,
    import_run to beredt_app`,
  `grant select (${publicColumns}) on account to beredt_app`,
  // Closing a device, and which key it has, are no business of what a phone sends.
  `grant insert, update (label, enrolled_by, enrolled_at, head, notice_cursor, durable, used_at, used_entries,
    used_bytes, used_junk_bytes, heard_at) on device to beredt_app`,
  // What was received stays as it was received; only what has become of it is written.
  `grant insert, update (projected, notice_cursor, notice_reason, turn, faults, due_at, waits_for)
    on inbox to beredt_app`,
  `grant insert, update (restored_at) on import_run to beredt_app`,
]

const accountsRights = [
  `grant select, insert, update on municipality, section, zone to beredt_accounts`,
  `grant select, insert on account to beredt_accounts`,
  `grant update (username, password_hash, role, name, title, hpr_number, closed_at, closed_for_abuse_from)
    on account to beredt_accounts`,
  `grant select, insert, update, delete on account_zone, session, login_attempt, invitation to beredt_accounts`,
  `grant select, insert, update on account_right to beredt_accounts`,
  `grant select, insert on approval_switch to beredt_accounts`,
  `grant select, update (closed_at, closed_for_abuse_from) on device to beredt_accounts`,
  `grant select, insert, update on server_key to beredt_accounts`,
  // It signs in before anything else, and tells a server that is newer than its database.
  `grant select on migration to beredt_accounts`,
]

const streamTies = ['stream', 'stream_doc', 'stream_commit'].map(
  (table) => `alter table ${table} add constraint ${table}_in_its_zone check (
    municipality_id = split_part(stream_id, '/', 1)
    and coalesce(zone_id, '*') = split_part(stream_id, '/', 3))`,
)

/**
 * An import makes zones in its own transaction, so it may do just that: a zone that is not there yet, in the municipality of
 * its scope, for accounts whose hold on it begins now. No zone that stands is changed or given to anybody.
 */
const makeZone = `
  create function make_zone(in_section text, new_zone text, new_name text, holders uuid[], at timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    here text := nullif(current_setting('beredt.municipality', true), '');
  begin
    if here is null or not (${isServer} or ${role} = 'sectionLeader') then
      raise insufficient_privilege using message = 'Only an import makes zones';
    end if;
    insert into zone (municipality_id, zone_id, section_id, name) values (here, new_zone, in_section, new_name);
    insert into account_zone (municipality_id, account_id, zone_id)
      select here, holder, new_zone from unnest(holders) as holder;
    insert into account_right (municipality_id, account_id, kind, name, held_from)
      select here, holder, 'zone', new_zone, at from unnest(holders) as holder;
  end $$`
