import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Migrator, type Migration } from 'kysely/migration'
import type { Database } from './database.ts'

const folder = join(import.meta.dirname, 'migrations')

/** Runs the migrations that are missing. Several processes may call it at once: one migrates, the others wait. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
    // Two migrations that were written in parallel may be merged in either order.
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('The database could not be migrated.', { cause: error })
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).toSorted()
  const migrations: Record<string, Migration> = {}
  for (const file of files) {
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)
    if (!isMigration(module)) throw new Error(`${file} exports no function up`)
    migrations[file.replace(/\.ts$/, '')] = module
  }
  return migrations
}

function isMigration(module: unknown): module is Migration {
  return (
    typeof module === 'object' &&
    module !== null &&
    'up' in module &&
    typeof module.up === 'function'
  )
}
