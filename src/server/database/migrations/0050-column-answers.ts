import { sql, type Kysely } from 'kysely'
import { isServer, role } from '../class-conditions.ts'
import { protectTable } from '../protect-table.ts'

/** Creates the answers of leaders to what a heading of their section's lists means. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table column_answer (
      municipality_id text not null,
      section_id text not null,
      folded_heading text not null,
      heading text not null,
      read_as text not null,
      answered_at timestamptz not null,
      answered_by_id uuid,
      primary key (municipality_id, section_id, folded_heading),
      foreign key (municipality_id, section_id) references section
    )`.execute(db)
  await protectTable(db, 'column_answer', {
    owner: 'municipality',
    may: ['select', 'insert', 'update'],
  })
  await sql`create policy importers on column_answer as restrictive
    using (${sql.raw(`${isServer} or ${role} = 'sectionLeader'`)})`.execute(db)
}
