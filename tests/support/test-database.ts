import { afterAll, inject } from 'vitest'
import { openDatabase, type Database } from '#server/database/database.ts'
import { copyDatabase } from './copy-database.ts'

/** A database of this test file's own, migrated and empty; gone with the cluster when the run is over. */
export async function testDatabase(): Promise<Database> {
  return openTestDatabase(await createTestDatabase())
}

/** The address of such a database, for what opens it itself. */
export async function createTestDatabase(): Promise<string> {
  return copyDatabase(inject('templateDatabaseUrl'))
}

/** A further connection pool to a test database, closed when the file is done. */
export function openTestDatabase(url: string): Database {
  const db = openDatabase({ url, onConnectionLost: () => {}, maxConnections: 10 })
  afterAll(() => db.destroy())
  return db
}
