import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Migrator, type Migration } from 'kysely/migration'
import type { Database } from './database.ts'

const folder = join(import.meta.dirname, 'migrations')

/** Runs the migrations that are missing, as the owner of the tables. Several processes may call it at once: one migrates, the others wait. */
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

/** The names of all migrations of this version, in the order of their numbers. */
export async function listMigrations(): Promise<string[]> {
  return (await listFiles()).map(nameOf)
}

/** Those of one concept may lie in a folder of their own: a migration is known by its file's name alone. */
async function listFiles(): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'))
  return files.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

function nameOf(file: string): string {
  return basename(file, '.ts')
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {}
  for (const path of await listFiles()) {
    const name = nameOf(path)
    const file = pathToFileURL(join(folder, path)).href
    const module: unknown = await import(/* @vite-ignore */ file)
    if (!isMigration(module)) throw new Error(`${name} exports no function up`)
    migrations[name] = module
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
