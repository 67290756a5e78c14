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
  /** Connects as the owner to the database `beredt`. */
  url: string
  kind: 'external' | 'started' | 'joined'
  /** Leaves it; the last one to leave an embedded server stops it. */
  close: () => Promise<void>
}

export type DatabaseServerSettings = { dataDir: string; databaseUrl: string | null }

/**
 * The server of DATABASE_URL as it is, or the embedded one of this data folder, joined or started. `onFault` is told of
 * each try to bring a killed one back that fails.
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
  /** Holds the lock below for as long as this process uses the server. */
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
  // Somebody else's start may have to recover from a crash first, which takes as long as it takes.
  while (failures < 5) {
    const use = await tryToJoin(place, password)
    if (use !== null) return { ...use, kind }
    kind = 'started'
    if (!(await startOrWait(place, port))) failures += 1
  }
  throw new Error(`PostgreSQL does not start: ${await readStartLog(place)}`)
}

const comeBackMilliseconds = 2_000

/** Starts the server again when it is killed under us. Answers with what ends that and leaves. */
function keepInUse(
  place: ClusterPlace,
  password: string,
  first: Use,
  onFault: (fault: unknown) => void,
): () => Promise<void> {
  let use = first
  const leaving = new AbortController()
  let comingBack = Promise.resolve()

  /** Everything in this process connects to the port it had: on another one it has not come back. */
  async function tryToComeBack(): Promise<boolean> {
    const found = await joinOrStart(place, password, Number(new URL(first.url('')).port))
    if (found.url('') === first.url('')) {
      use = found
      return true
    }
    await leave(place, found.holder)
    throw new Error('PostgreSQL came back on another port.')
  }

  /** Never gives up: a full disk or a taken port passes, and until then requests are answered 503. */
  async function comeBack(): Promise<void> {
    for (let isBack = false; !isBack && !leaving.signal.aborted;) {
      try {
        isBack = await tryToComeBack()
      } catch (fault) {
        onFault(fault)
        await pause(comeBackMilliseconds)
      }
    }
    watch()
  }

  function watch(): void {
    use.holder.once('end', () => {
      if (!leaving.signal.aborted) comingBack = comeBack()
    })
  }

  watch()
  return async () => {
    leaving.abort()
    await comingBack
    await leave(place, use.holder)
  }
}

/**
 * The number of an advisory lock that everybody who uses the embedded server shares for as long as they use it.
 *
 * Who leaves tries to get it alone: only the last one can, and stops the server while holding it. Locks end with
 * their connection, so a killed process never counts as a user.
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
  // A server that is stopped or killed ends this connection; whoever uses the pool hears of it there.
  holder.on('error', () => {})
  try {
    await holder.connect()
    await holder.query('select pg_advisory_lock_shared($1)', [inUseLock])
    return { holder, url }
  } catch (error) {
    await holder.end()
    // Not there, not there yet, or stopping: each means to look again.
    if (!isDatabaseAway(error)) throw error
    return null
  }
}

/** Answers whether somebody has the server in hand: this process, or one that is starting or stopping it. */
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
    // It has been killed or stopped by someone else: then it is left already.
    if (!isDatabaseAway(error)) throw error
  } finally {
    await holder.end()
  }
}
