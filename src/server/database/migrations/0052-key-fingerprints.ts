import { sql, type Kysely } from 'kysely'

/**
 * Keeps the signed set of the server's public keys beside their root, so that a root that lay in a safe can go on with it when
 * the folder is lost.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table server_key add column signed_set json`.execute(db)
}
