import { sql, type Kysely } from 'kysely'

/**
 * Some classes of a zone's documents are for some roles alone (`domain/stream-access.ts`); the
 * database holds it too. An administrator has no stream of them, but takes lists in that write to
 * them. No account at all is the server itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const role = `(select coalesce(current_setting('beredt.role', true), ''))`
  const isServer = `(select coalesce(current_setting('beredt.account', true), '')) = ''`
  const name = `split_part(stream_id, '/', 4)`
  const condition = sql.raw(`${isServer} or (
    (${name} <> 'protected' or ${role} in ('shiftLead', 'sectionLeader', 'hdu', 'administrator'))
    and (${name} <> 'leaders' or ${role} in ('sectionLeader', 'hdu', 'administrator')))`)
  for (const table of ['stream', 'stream_doc', 'stream_commit']) {
    await sql`
      create policy class on ${sql.table(table)} as restrictive
      using (${condition}) with check (${condition})`.execute(db)
  }
}
