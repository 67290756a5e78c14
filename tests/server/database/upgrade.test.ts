import { sql } from 'kysely'
import { FileMigrationProvider, Migrator } from 'kysely/migration'
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findMunicipality } from '#server/accounts/municipality-directory.ts'
import { openLog } from '#server/base/log.ts'
import type { Database } from '#server/database/database.ts'
import { asOwner } from '#server/database/prepare-database.ts'
import { withAccounts } from '#server/database/with-tenant.ts'
import { openSystem } from '#server/system.ts'
import { aDataFolder, embeddedIn, useDatabase } from '../../support/data-folder.ts'

const migrationFolder = path.join(import.meta.dirname, '../../../src/server/database/migrations')

/** Migrates as the version did that came before the roles, when the server signed in as the superuser. */
async function migrateAsBefore(owner: Database): Promise<void> {
  const migrator = new Migrator({
    db: owner,
    provider: new FileMigrationProvider({ fs, path, migrationFolder }),
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error } = await migrator.migrateTo('0050-column-answers')
  if (error !== undefined) throw new Error('Not migrated', { cause: error })
}

test('an installation whose server was the superuser is upgraded by the next start, with all that is in it', async () => {
  const dataDir = await aDataFolder()
  const { url, close } = await useDatabase(dataDir)
  await asOwner(url, async (owner) => {
    await migrateAsBefore(owner)
    await sql
      .raw(
        `insert into municipality (municipality_id, name) values ('her', 'Her');
        insert into section values ('her', 'nord', 'Nord');
        insert into zone values ('her', 'nord-1', 'nord', 'Nord 1');
        insert into account (municipality_id, account_id, username, password_hash, role, name, title)
          values ('her', gen_random_uuid(), 'kari', 'hash', 'nurse', 'Kari', 'Sykepleier');
        insert into stream values ('her', 'her/real/nord-1/critical', 'nord-1', 1, 1, '', 0, 1, '',
          decode(repeat('00', 8192), 'hex'))`,
      )
      .execute(owner)
  })
  await close()

  const { services, close: stop } = await openSystem(embeddedIn(dataDir), openLog('silent'))
  onTestFinished(stop)
  const { db, accounts } = services

  const who =
    await sql`select session_user as name, current_setting('is_superuser') as super`.execute(db)
  expect(who.rows).toEqual([{ name: 'beredt_server', super: 'off' }])
  const here = await findMunicipality(db, 'localhost')
  if (here === null) throw new Error('The municipality is gone.')
  const known = await withAccounts(accounts, here, (transaction) =>
    transaction.selectFrom('account').select(['username', 'passwordHash']).execute(),
  )
  expect(known).toEqual([{ username: 'kari', passwordHash: 'hash' }])
})

test('two processes that start on one folder at once both sign in', async () => {
  const dataDir = await aDataFolder()
  const log = openLog('silent')

  const systems = await Promise.all([1, 2, 3].map(() => openSystem(embeddedIn(dataDir), log)))

  for (const { services } of systems) {
    expect(await findMunicipality(services.db, 'localhost')).toBeNull()
  }
  for (const { close } of systems) await close()
})
