import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { openDatabase, type Database } from '#server/database/database.ts'

/** A database of this test file's own, migrated and empty; gone with the cluster when the run is over. */
export async function testDatabase(): Promise<Database> {
  return openTestDatabase(await createTestDatabase())
}

/** The address of such a database, for what opens it itself. */
export async function createTestDatabase(): Promise<string> {
  const template = new URL(inject('templateDatabaseUrl'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runOnServer(`create database ${name} template ${template.pathname.slice(1)}`)
  const url = new URL(template)
  url.pathname = name
  return url.href
}

/** A further connection pool to a test database, closed when the file is done. */
export function openTestDatabase(url: string): Database {
  const db = openDatabase({ url, onConnectionLost: () => {}, maxConnections: 10 })
  afterAll(() => db.destroy())
  return db
}

async function runOnServer(statement: string): Promise<void> {
  const url = new URL(inject('templateDatabaseUrl'))
  url.pathname = 'postgres'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  await client.query(statement)
  await client.end()
}
