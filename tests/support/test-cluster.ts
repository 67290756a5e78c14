import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#server/database/migrate.ts'
import { openDatabase } from '#server/database/database.ts'
import { openDatabaseServer } from '#server/postgres/database-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated database that each test file gets a copy of. */
    templateDatabaseUrl: string
  }
}

/** Vitest's global set-up: one throw-away PostgreSQL for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beredt-test-'))
  const server = await openDatabaseServer({ dataDir, databaseUrl: null })
  const db = openDatabase({
    url: server.url,
    onConnectionLost: (error) => {
      throw error
    },
  })
  await migrate(db)
  await db.destroy()
  project.provide('templateDatabaseUrl', server.url)
  return async () => {
    await server.close()
    await rm(dataDir, { recursive: true })
  }
}
