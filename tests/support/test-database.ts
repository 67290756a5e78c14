import { afterAll, inject } from 'vitest'
import { type AccountsDatabase, type Database, openDatabase } from '#server/database/database.ts'
import { type LoginUrls, derivedPassword, loginUrls } from '#server/database/login-roles.ts'
import { copyDatabase } from './copy-database.ts'

/** The addresses of a database, as its owner and as the two roles that the server signs in as. */
export type TestUrls = LoginUrls & { owner: string }

export type TestDatabase = { db: Database; accounts: AccountsDatabase; urls: TestUrls }

/** A database of this test file's own, migrated and empty; gone with the cluster when the run is over. */
export async function testDatabase(): Promise<TestDatabase> {
  const urls = await createTestDatabase()
  return { ...openTestDatabase(urls), urls }
}

/** The addresses of such a database, for what opens it itself. */
export async function createTestDatabase(): Promise<TestUrls> {
  return urlsOf(await copyDatabase(inject('templateDatabaseUrl')))
}

export function urlsOf(owner: string): TestUrls {
  return { owner, ...loginUrls(owner, derivedPassword(owner)) }
}

/** Opens a database as the server does; closed when the file is done. */
export function openTestDatabase(urls: LoginUrls): { db: Database; accounts: AccountsDatabase } {
  return {
    db: openUntilDone(urls.server, 10),
    accounts: { pool: openUntilDone(urls.accounts, 5) },
  }
}

/** For what no part of the server may do: to make tables, to read what it may not, to change what stays as it is. */
export function asOwnerOf({ owner }: TestUrls): Database {
  return openUntilDone(owner, 3)
}

export function openUntilDone(url: string, maxConnections: number): Database {
  const db = openDatabase({ url, onConnectionLost: () => {}, maxConnections })
  afterAll(() => db.destroy())
  return db
}
