import { sql, type Kysely } from 'kysely'
import { isServer, role } from '../class-conditions.ts'

/**
 * Imports are the section leader's and the server's: replaced data includes protected addresses and codes. The tables
 * that name no patient are held to the same roles, so that no way around the routes takes a list in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const tables = ['import_run', 'import_change', 'patient_identity', 'column_mapping']
  for (const table of tables) {
    await sql`create policy importers on ${sql.table(table)} as restrictive
      using (${sql.raw(`${isServer} or ${role} = 'sectionLeader'`)})`.execute(db)
  }
}
