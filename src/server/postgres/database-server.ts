import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { hasErrorCode } from '../base/error-code.ts'
import { isDatabaseAway } from '../database/database-away.ts'
import { findClusterPlace, type ClusterPlace } from './cluster-place.ts'
import { ensureCluster, readStartLog, startCluster, stopCluster } from './cluster.ts'
import { findPostgresBinaries } from './postgres-binaries.ts'
import { clearForeignPidFile, findPostmaster, readPostmasterId } from './postmaster.ts'
import { postgresUser } from './system-user.ts'

/** A PostgreSQL server in use by this process. */
export type DatabaseServer = {
  /** An embedded server's connects to the database `beredt` as the owner of its tables; an external one's is DATABASE_URL. */
  url: string
  kind: 'external' | 'started' | 'joined'
  /** Ends this process's use; the last process that uses an embedded server stops it. */
  close: () => Promise<void>
}

export type DatabaseServerSettings = { dataDir: string; databaseUrl: string | null }

/**
 * Opens the server of DATABASE_URL, or joins or starts the embedded one of this data folder. `onFault` receives each
 * failed attempt to restart a server that was killed.
 */
export async function openDatabaseServer(
  settings: DatabaseServerSettings,
  onFault: (fault: unknown) => void = () => {},
): Promise<DatabaseServer> {
  if (settings.databaseUrl !== null) {
    return { url: settings.databaseUrl, kind: 'external', close: async () => {} }
  }
  const place = await findClusterPlace(
    settings.dataDir,
    await findPostgresBinaries(),
    await postgresUser(),
  )
  const password = await ensureCluster(settings.dataDir, place)
  const first = await joinOrStart(place, password)
  await ensureDatabase(first.holder)
  return {
    url: first.url('beredt'),
    kind: first.kind,
    close: keepInUse(place, password, first, onFault),
  }
}

type Use = {
  /** The connection that holds `inUseLock` while this process uses the server. */
  holder: Client
  url: (database: string) => string
}

async function joinOrStart(
  place: ClusterPlace,
  password: string,
  port: number | null = null,
): Promise<Use & { kind: 'started' | 'joined' }> {
  let kind: 'started' | 'joined' = 'joined'
  let failures = 0
  // Another process may be starting it and recovering from a crash, which has no time limit.
  while (failures < 5) {
    const use = await tryToJoin(place, password)
    if (use !== null) return { ...use, kind }
    kind = 'started'
    if (!(await startOrWait(place, port))) failures += 1
  }
  throw new Error(`PostgreSQL does not start: ${await readStartLog(place)}`)
}

const restartDelayMilliseconds = 2_000

/** Restarts the server when it is killed. Answers with a function that ends this and stops using the server. */
function keepInUse(
  place: ClusterPlace,
  password: string,
  first: Use,
  onFault: (fault: unknown) => void,
): () => Promise<void> {
  let use = first
  const leaving = new AbortController()
  let restarting = Promise.resolve()

  /** Restarts on the same port, because everything in this process connects to that one. */
  async function tryToRestart(): Promise<boolean> {
    const found = await joinOrStart(place, password, Number(new URL(first.url('')).port))
    if (found.url('') === first.url('')) {
      use = found
      return true
    }
    await leave(place, found.holder)
    throw new Error('PostgreSQL restarted on another port.')
  }

  /** Never gives up: a full disk or a port in use is temporary, and meanwhile requests are answered 503. */
  async function restart(): Promise<void> {
    for (let isRunning = false; !isRunning && !leaving.signal.aborted;) {
      try {
        isRunning = await tryToRestart()
      } catch (fault) {
        onFault(fault)
        await pause(restartDelayMilliseconds)
      }
    }
    watch()
  }

  function watch(): void {
    use.holder.once('end', () => {
      if (!leaving.signal.aborted) restarting = restart()
    })
  }

  watch()
  return async () => {
    leaving.abort()
    await restarting
    await leave(place, use.holder)
  }
}

/**
 * The number of an advisory lock that every process holds, shared, while it uses the embedded server.
 *
 * A process that leaves tries to take it exclusively: only the last one succeeds, and stops the server while it holds
 * the lock. Locks end with their connection, so a killed process never counts as a user.
 */
const inUseLock = 20_260_101

async function tryToJoin(place: ClusterPlace, password: string): Promise<Use | null> {
  await clearForeignPidFile(place.cluster)
  const postmaster = await findPostmaster(place.cluster)
  if (postmaster === null) return null
  const url = (database: string) =>
    `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/${database}`
  const holder = new Client({
    connectionString: url('postgres'),
    application_name: 'beredt in use',
    connectionTimeoutMillis: 10_000,
  })
  // A stopped or killed server ends this connection; the pool reports that to its own users.
  holder.on('error', () => {})
  try {
    await holder.connect()
    await holder.query('select pg_advisory_lock_shared($1)', [inUseLock])
    return { holder, url }
  } catch (error) {
    await holder.end()
    // It is stopped, starting or stopping: in each case the caller tries again.
    if (!isDatabaseAway(error)) throw error
    return null
  }
}

/** Answers whether this process has started the server, or another one is starting or stopping it. */
async function startOrWait(place: ClusterPlace, port: number | null): Promise<boolean> {
  const started = await startCluster(place, port)
  if (started.code === 0) return true
  await pause(250)
  return (await readPostmasterId(place.cluster)) !== null
}

async function ensureDatabase(holder: Client): Promise<void> {
  try {
    const known = await holder.query("select 1 from pg_database where datname = 'beredt'")
    if (known.rowCount === 0) await holder.query('create database beredt')
  } catch (error) {
    // Another command created it at the same moment.
    if (!hasErrorCode(error, '42P04', '23505')) throw error
  }
}

async function leave(place: ClusterPlace, holder: Client): Promise<void> {
  try {
    await holder.query('select pg_advisory_unlock_shared($1)', [inUseLock])
    const { rows } = await holder.query<{ alone: boolean }>(
      'select pg_try_advisory_lock($1) as alone',
      [inUseLock],
    )
    if (rows[0]?.alone === true) await stopCluster(place)
  } catch (error) {
    // It has been killed or stopped by another process, so there is nothing to leave.
    if (!isDatabaseAway(error)) throw error
  } finally {
    await holder.end()
  }
}
