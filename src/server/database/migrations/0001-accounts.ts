import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

const everything = ['select', 'insert', 'update', 'delete'] as const

/** Municipalities, their zones, who works in them and who is signed in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRoles(db)
  await sql`
    create table municipality (
      municipality_id text primary key check (municipality_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
      name text not null,
      host_name text unique nulls not distinct,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table section (
      municipality_id text not null references municipality,
      section_id text not null check (section_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
      name text not null,
      primary key (municipality_id, section_id)
    )`.execute(db)
  await sql`
    create table zone (
      municipality_id text not null references municipality,
      zone_id text not null check (zone_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
      section_id text not null,
      name text,
      primary key (municipality_id, zone_id),
      foreign key (municipality_id, section_id) references section
    )`.execute(db)
  await createAccounts(db)
  await createSessions(db)
  await protect(db)
}

/** Roles belong to the whole PostgreSQL server: another database of ours may have made them already. */
async function createRoles(db: Kysely<unknown>): Promise<void> {
  for (const role of ['beredt_app', 'beredt_directory']) {
    const name = sql.raw(role)
    await sql`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${name}') then
          create role ${name} nologin nobypassrls;
        end if;
        if not pg_has_role(current_user, '${name}', 'member') then
          grant ${name} to current_user;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`.execute(db)
    await sql`grant usage on schema public to ${name}`.execute(db)
  }
}

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      municipality_id text not null references municipality,
      account_id uuid not null,
      username text not null check (username = lower(username)),
      password_hash text,
      role text not null,
      name text not null,
      title text not null,
      hpr_number text,
      disabled_at timestamptz,
      created_at timestamptz not null default now(),
      primary key (municipality_id, account_id),
      unique (municipality_id, username)
    )`.execute(db)
  await sql`
    create table account_zone (
      municipality_id text not null,
      account_id uuid not null,
      zone_id text not null,
      primary key (municipality_id, account_id, zone_id),
      foreign key (municipality_id, account_id) references account,
      foreign key (municipality_id, zone_id) references zone
    )`.execute(db)
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table session (
      municipality_id text not null,
      session_id uuid not null,
      account_id uuid not null,
      token_hash text not null,
      previous_token_hash text,
      rotated_at timestamptz not null,
      confirmed_at timestamptz,
      created_at timestamptz not null,
      seen_at timestamptz not null,
      primary key (municipality_id, session_id),
      foreign key (municipality_id, account_id) references account
    )`.execute(db)
  await sql`create index session_by_account on session (municipality_id, account_id)`.execute(db)
  await sql`
    create table login_attempt (
      municipality_id text not null references municipality,
      kind text not null,
      subject_hash text not null,
      failures integer not null,
      last_failure_at timestamptz not null,
      primary key (municipality_id, kind, subject_hash)
    )`.execute(db)
  await sql`
    create table invitation (
      municipality_id text not null references municipality,
      token_hash text not null,
      role text not null,
      expires_at timestamptz not null,
      primary key (municipality_id, token_hash)
    )`.execute(db)
}

/** Protected by municipality alone, because an employee's zones are read before the session has a zone. */
async function protect(db: Kysely<unknown>): Promise<void> {
  await protectTable(db, 'municipality', {
    owner: 'municipality',
    may: ['select', 'insert', 'update'],
  })
  for (const table of [
    'section',
    'zone',
    'account',
    'account_zone',
    'session',
    'login_attempt',
    'invitation',
  ]) {
    await protectTable(db, table, { owner: 'municipality', may: everything })
  }
  // The municipality of a host name is looked up before there is a tenant, by a role that can read nothing else.
  await sql`grant select (municipality_id, host_name) on municipality to beredt_directory`.execute(
    db,
  )
  await sql`create policy directory on municipality for select to beredt_directory using (true)`.execute(
    db,
  )
}
