import { sql, type Kysely } from 'kysely'
import { classIsReadable, classIsWritable } from '../class-conditions.ts'

/**
 * Says which roles read and write each class of stream, as `domain/streams/stream-access.ts` does: a test
 * compares the two for every class, role and zone. Nobody, not even the server, may use a class that is
 * not listed. A scope without an account is the server itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const read = sql.raw(classIsReadable)
  const write = sql.raw(classIsWritable)
  for (const table of ['stream', 'stream_doc', 'stream_commit'].map((one) => sql.table(one))) {
    await sql`create policy class_read on ${table} as restrictive for select
      using (${read})`.execute(db)
    await sql`create policy class_insert on ${table} as restrictive for insert
      with check (${write})`.execute(db)
    await sql`create policy class_update on ${table} as restrictive for update
      using (${write}) with check (${write})`.execute(db)
    await sql`create policy class_delete on ${table} as restrictive for delete
      using (${write})`.execute(db)
  }
}
