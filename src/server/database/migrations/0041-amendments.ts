import { sql, type Kysely } from 'kysely'
import { classIsReadable, isLoggedPart, isServer, role } from '../class-conditions.ts'
import { protectTable } from '../protect-table.ts'

/**
 * Keeps what staff had signed since the list, as it stood before an import settled it or moved it with its patient:
 * restoring the import brings it back. And lets the digital health on-call read it with the part of a patient that it is about.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_amendment (
      municipality_id text not null,
      run_id uuid not null,
      zone_id text not null,
      kind text not null,
      entry_id uuid not null,
      before jsonb not null,
      zone_after text not null,
      primary key (municipality_id, run_id, zone_id, kind, entry_id),
      foreign key (municipality_id, run_id) references import_run,
      foreign key (municipality_id, zone_id) references zone,
      foreign key (municipality_id, zone_after) references zone (municipality_id, zone_id)
    )`.execute(db)
  await protectTable(db, 'import_amendment', { owner: 'zone', may: ['select', 'insert', 'delete'] })
  await sql`create policy importers on import_amendment as restrictive
    using (${sql.raw(`${isServer} or ${role} = 'sectionLeader'`)})`.execute(db)
  await sql`alter policy class_read on stream_doc
    using (${sql.raw(`${classIsReadable} or (${isLoggedPart})`)})`.execute(db)
}
