import { sql, type Kysely } from 'kysely'

/**
 * Names the key by which each row of `patient_identity` is hashed. Rows without one were hashed bare, and eleven digits are
 * soon tried: the server, which has the key, replaces them when it starts, and nobody may delete any other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table server_key add column identity_key_id text`.execute(db)
  await sql`alter table patient_identity add column key_id text`.execute(db)
  await sql`create index patient_identity_bare on patient_identity (municipality_id)
    where key_id is null`.execute(db)
  await sql`grant delete on patient_identity to beredt_app`.execute(db)
  await sql`create policy bare_only on patient_identity as restrictive for delete using (key_id is null)`.execute(
    db,
  )
}
