import { sql, type Kysely } from 'kysely'
import { classIsReadable, classIsWritable, isLoggedPart } from '../class-conditions.ts'
import { ownerCondition } from '../protect-table.ts'

/**
 * Lets the classes `coordination` and `people` be read and written; keeps how wrong a phone's clock was, when it was last
 * heard, and during which incident a card was opened; and lets facts wait for a leader as notes do.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await openClasses(db)
  await sql`alter table inbox add column clock_ahead_minutes integer not null default 0`.execute(db)
  await sql`alter table device add column heard_at timestamptz`.execute(db)
  await sql`alter table access_log add column incident_id uuid`.execute(db)
  await sql`
    alter table entry_review
      add column fact_kind text check (fact_kind in ('coordinationFact', 'personFact')),
      add column fact json,
      alter column zone_id drop not null,
      add check ((fact_kind is null) = (fact is null)),
      add check ((zone_id is null) = (fact_kind is not distinct from 'coordinationFact'))`.execute(
    db,
  )
  // What is asked about the whole municipality is shown to the leaders of all its zones.
  const condition = sql.raw(ownerCondition('zoneOrAll'))
  await sql`alter policy tenant on entry_review using (${condition}) with check (${condition})`.execute(
    db,
  )
}

async function openClasses(db: Kysely<unknown>): Promise<void> {
  const write = sql.raw(classIsWritable)
  for (const table of ['stream', 'stream_doc', 'stream_commit']) {
    const name = sql.table(table)
    const reads =
      table === 'stream_doc' ? `${classIsReadable} or (${isLoggedPart})` : classIsReadable
    await sql`alter policy class_read on ${name} using (${sql.raw(reads)})`.execute(db)
    await sql`alter policy class_insert on ${name} with check (${write})`.execute(db)
    await sql`alter policy class_update on ${name} using (${write}) with check (${write})`.execute(
      db,
    )
    await sql`alter policy class_delete on ${name} using (${write})`.execute(db)
  }
}
