import { sql, type Kysely } from 'kysely'
import { protectTable } from '../../protect-table.ts'

/** Accounts that are valid for a time, and zones that an account has for a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table account
      add column valid_from timestamptz,
      add column valid_to timestamptz,
      add constraint account_period check (
        (valid_from is null) = (valid_to is null) and valid_from <= valid_to)`.execute(db)
  await sql`
    create table lent_zone (
      municipality_id text not null,
      account_id uuid not null,
      zone_id text not null,
      valid_from timestamptz not null,
      valid_to timestamptz not null check (valid_from <= valid_to),
      primary key (municipality_id, account_id, zone_id),
      foreign key (municipality_id, account_id) references account,
      foreign key (municipality_id, zone_id) references zone
    )`.execute(db)
  const lent = ['select', 'insert', 'update', 'delete'] as const
  await protectTable(db, 'lent_zone', { owner: 'municipality', may: [], accountsMay: lent })
  await sql`grant select (valid_from, valid_to) on account to beredt_app`.execute(db)
  await sql`grant update (valid_from, valid_to) on account to beredt_accounts`.execute(db)
}
