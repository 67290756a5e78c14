import type { Database } from '#server/database/database.ts'
import { asOwner } from '#server/database/prepare-database.ts'
import { openDatabaseServer } from '#server/postgres/database-server.ts'

/** For what no part of the server may do: to make a table of a floor, and to empty the inbox. */
export async function asBenchOwner<Value>(
  dataDir: string,
  work: (owner: Database) => Promise<Value>,
): Promise<Value> {
  const server = await openDatabaseServer({ dataDir, databaseUrl: null })
  try {
    return await asOwner(server.url, work)
  } finally {
    await server.close()
  }
}
