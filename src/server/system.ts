import type { Logger } from 'pino'
import { openDatabase } from './database/database.ts'
import { migrate } from './database/migrate.ts'
import type { Environment } from './environment.ts'
import { openServices } from './open-services.ts'
import { openDatabaseServer } from './postgres/database-server.ts'
import type { Services } from './services.ts'
import { systemSources } from './base/sources.ts'

/** The services and their database, which the server and every command use. */
export type System = { services: Services; close: () => Promise<void> }

/** Joins or starts the database, migrates it and opens the services. */
export async function openSystem(
  environment: Pick<Environment, 'dataDir' | 'databaseUrl'>,
  log: Logger,
): Promise<System> {
  const databaseServer = await openDatabaseServer(environment, (fault) =>
    log.error({ err: fault }, 'database not back'),
  )
  const db = openDatabase({
    url: databaseServer.url,
    onConnectionLost: (error) => log.warn({ err: error }, 'database connection lost'),
  })
  try {
    await migrate(db)
    const services = await openServices({
      db,
      dataDir: environment.dataDir,
      sources: systemSources,
    })
    let closed: Promise<void> | null = null
    const closeAll = async () => {
      await db.destroy()
      await databaseServer.close()
    }
    // A signal may close it at the same time as the command does.
    return { services, close: () => (closed ??= closeAll()) }
  } catch (error) {
    await db.destroy()
    await databaseServer.close()
    throw error
  }
}

/** Runs a command with the system, and closes everything afterwards, also when a signal ends it. */
export async function withSystem<Value>(
  environment: Pick<Environment, 'dataDir' | 'databaseUrl'>,
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
