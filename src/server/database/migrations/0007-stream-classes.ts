import { sql, type Kysely } from 'kysely'

/**
 * Says which roles read and write each class of stream, as `domain/streams/stream-access.ts` does: a test
 * compares the two for every class, role and zone. Nobody, not even the server, may use a class that is
 * not listed. A scope without an account is the server itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const name = `split_part(stream_id, '/', 4)`
  const role = `(select coalesce(current_setting('beredt.role', true), ''))`
  const isServer = `(select coalesce(current_setting('beredt.account', true), '')) = ''`

  const open = ['critical', 'details', 'journal', 'worklists', 'cards', 'routines', 'contacts']
  const forAll = [...open, 'forms', 'systems']
  const imported = ['critical', 'details', 'protected']
  const everyone = ['nurse', 'shiftLead', 'sectionLeader', 'hdu', 'administrator']
  const importers = among(['sectionLeader', 'administrator'])

  const isServers = `${isServer} and ${name} ${among([...forAll, 'protected', 'leaders'])}`
  const isWritable = `${isServers} or (${name} ${among(imported)} and ${role} ${importers})`
  const isReadable = `${isWritable}
    or (${name} ${among(forAll)} and ${role} ${among(everyone)})
    or (${name} = 'protected' and ${role} ${among(['shiftLead', 'sectionLeader', 'hdu'])})
    or (${name} = 'leaders' and ${role} ${among(['sectionLeader', 'hdu', 'administrator'])})`
  const write = sql.raw(isWritable)
  for (const table of ['stream', 'stream_doc', 'stream_commit'].map((one) => sql.table(one))) {
    await sql`create policy class_read on ${table} as restrictive for select
      using (${sql.raw(isReadable)})`.execute(db)
    await sql`create policy class_insert on ${table} as restrictive for insert
      with check (${write})`.execute(db)
    await sql`create policy class_update on ${table} as restrictive for update
      using (${write}) with check (${write})`.execute(db)
    await sql`create policy class_delete on ${table} as restrictive for delete
      using (${write})`.execute(db)
  }
}

function among(names: readonly string[]): string {
  return `in (${names.map((name) => `'${name}'`).join(', ')})`
}
