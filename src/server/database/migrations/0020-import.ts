import { sql, type Kysely } from 'kysely'
import { protectTable } from '../protect-table.ts'

/** Creates the log of imports, the data that they replaced, and the keys that recognise a patient again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_run (
      municipality_id text not null,
      run_id uuid not null,
      section_id text not null,
      number integer not null check (number > 0),
      file_name text not null,
      file_hash text not null,
      taken_at timestamptz not null,
      taken_by_id uuid,
      figures jsonb not null,
      restored_at timestamptz,
      primary key (municipality_id, run_id),
      unique (municipality_id, section_id, number),
      foreign key (municipality_id, section_id) references section
    )`.execute(db)
  await sql`
    create table import_change (
      municipality_id text not null,
      run_id uuid not null,
      zone_id text not null,
      patient_id uuid not null,
      before jsonb,
      primary key (municipality_id, run_id, zone_id, patient_id),
      foreign key (municipality_id, run_id) references import_run,
      foreign key (municipality_id, zone_id) references zone
    )`.execute(db)
  await sql`
    create table patient_identity (
      municipality_id text not null references municipality,
      key_hash text not null,
      patient_id uuid not null,
      primary key (municipality_id, key_hash)
    )`.execute(db)
  await sql`
    create table column_mapping (
      municipality_id text not null references municipality,
      name text not null,
      columns jsonb not null,
      primary key (municipality_id, name)
    )`.execute(db)
  await protectTable(db, 'import_run', {
    owner: 'municipality',
    may: ['select', 'insert', 'update'],
  })
  await protectTable(db, 'import_change', { owner: 'zone', may: ['select', 'insert', 'delete'] })
  await protectTable(db, 'patient_identity', { owner: 'municipality', may: ['select', 'insert'] })
  await protectTable(db, 'column_mapping', {
    owner: 'municipality',
    may: ['select', 'insert', 'update'],
  })
}
