import type { Logger } from 'pino'
import { openAccountsDatabase, openDatabase } from './database/database.ts'
import { loginUrlsOfServer } from './database/login-roles.ts'
import { asOwner, prepareEmbedded, requirePrepared } from './database/prepare-database.ts'
import { migrate } from './database/migrate.ts'
import type { Environment } from './environment.ts'
import { openServices } from './open-services.ts'
import { type DatabaseServer, openDatabaseServer } from './postgres/database-server.ts'
import type { KeysPolicy } from './keys/claim-server-keys.ts'
import type { Services } from './services.ts'
import { systemSources } from './base/sources.ts'

/** The services and their database, which the server and every command use. */
export type System = { services: Services; close: () => Promise<void> }

type SystemEnvironment = Pick<Environment, 'dataDir' | 'databaseUrl' | 'databaseOwnerUrl'>

/** Joins or starts the database, migrates it as its owner, and opens the services on connections that own nothing. */
export async function openSystem(
  environment: SystemEnvironment,
  log: Logger,
  keys: KeysPolicy = 'known',
): Promise<System> {
  const databaseServer = await openDatabaseServer(environment, (fault) =>
    log.error({ err: fault }, 'database not back'),
  )
  const pools: { destroy(): Promise<void> }[] = []
  const closeAll = async () => {
    for (const pool of pools) await pool.destroy()
    await databaseServer.close()
  }
  try {
    const urls = await prepare(databaseServer, environment)
    const onConnectionLost = (error: Error) => log.warn({ err: error }, 'database connection lost')
    const db = openDatabase({ url: urls.server, onConnectionLost })
    const accounts = openAccountsDatabase({ url: urls.accounts, onConnectionLost })
    pools.push(db, accounts.pool)
    await requirePrepared(db, accounts)
    const services = await openServices({
      db,
      accounts,
      dataDir: environment.dataDir,
      sources: systemSources,
      keys,
    })
    let closed: Promise<void> | null = null
    // A signal may close it at the same time as the command does.
    return { services, close: () => (closed ??= closeAll()) }
  } catch (error) {
    await closeAll()
    throw error
  }
}

/** An external database is migrated here only when its owner's address is given; `npm run database` does it otherwise. */
async function prepare({ url, kind }: DatabaseServer, { databaseOwnerUrl }: SystemEnvironment) {
  if (kind !== 'external') return await prepareEmbedded(url)
  if (databaseOwnerUrl !== null) await asOwner(databaseOwnerUrl, migrate)
  return loginUrlsOfServer(url)
}

/** Runs a command with the system, and closes everything afterwards, also when a signal ends it. */
export async function withSystem<Value>(
  environment: SystemEnvironment,
  log: Logger,
  work: (services: Services) => Promise<Value>,
): Promise<Value> {
  const system = await openSystem(environment, log)
  const stop = () => {
    void system.close().finally(() => process.exit(130))
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    return await work(system.services)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await system.close()
  }
}
