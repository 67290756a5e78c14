import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

/** Creates the log of printed binders: who printed each one, and what was in it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table binder_copy (
      municipality_id text not null,
      world text not null check (world in ('real', 'exercise')),
      zone_id text not null,
      copy integer not null check (copy > 0),
      printed_by_id uuid,
      printed_by text not null,
      printed_at timestamptz not null,
      reason text not null,
      as_of timestamptz,
      hash text not null,
      pages integer not null,
      patients integer not null,
      replaces integer,
      versions jsonb not null,
      primary key (municipality_id, world, zone_id, copy),
      foreign key (municipality_id, zone_id) references zone,
      foreign key (municipality_id, world, zone_id, replaces) references binder_copy
    )`.execute(db)
  await protectTable(db, 'binder_copy', { owner: 'zone', may: ['select', 'insert'] })
}
