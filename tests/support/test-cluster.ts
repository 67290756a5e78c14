import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { asOwner, prepareEmbedded } from '#server/database/prepare-database.ts'
import { openDatabaseServer } from '#server/postgres/database-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated database that each test file gets a copy of, as its owner. */
    templateDatabaseUrl: string
  }
}

/** One throw-away PostgreSQL with a migrated database, which each user gets a copy of. */
export async function openTestCluster(): Promise<{ url: string; close(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beredt-test-'))
  const server = await openDatabaseServer({ dataDir, databaseUrl: null })
  await prepareEmbedded(server.url)
  await asOwner(server.url, async (owner) => {
    // Nothing here outlives the machine. A commit is written all the same, and is there after a kill.
    await sql`alter system set fsync = off`.execute(owner)
    await sql`alter system set full_page_writes = off`.execute(owner)
    await sql`select pg_reload_conf()`.execute(owner)
  })
  return {
    url: server.url,
    async close() {
      await server.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

/** Vitest's global set-up. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openTestCluster()
  project.provide('templateDatabaseUrl', cluster.url)
  return cluster.close
}
