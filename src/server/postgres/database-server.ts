import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { hasErrorCode } from '../base/error-code.ts'
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

/** The server of DATABASE_URL as it is, or the embedded one of this data folder, joined or started. */
export async function openDatabaseServer(
  settings: DatabaseServerSettings,
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
  return { url: first.url('beredt'), kind: first.kind, close: keepInUse(place, password, first) }
}

type Use = {
  /** Holds the lock below for as long as this process uses the server. */
  holder: Client
  url: (database: string) => string
}

async function joinOrStart(
  place: ClusterPlace,
  password: string,
): Promise<Use & { kind: 'started' | 'joined' }> {
  let kind: 'started' | 'joined' = 'joined'
  let failures = 0
  // Somebody else's start may have to recover from a crash first, which takes as long as it takes.
  while (failures < 5) {
    const use = await tryToJoin(place, password)
    if (use !== null) return { ...use, kind }
    kind = 'started'
    if (!(await startOrWait(place))) failures += 1
  }
  throw new Error(`PostgreSQL does not start: ${await readStartLog(place)}`)
}

/** Starts the server again when it is killed under us. Answers with what ends that and leaves. */
function keepInUse(place: ClusterPlace, password: string, first: Use): () => Promise<void> {
  let use = first
  let isLeaving = false
  let comingBack = Promise.resolve()

  async function comeBack(): Promise<void> {
    use = await joinOrStart(place, password)
    // Everything in this process is connected to the port it had.
    if (use.url('') !== first.url('')) throw new Error('PostgreSQL came back on another port.')
    watch()
  }

  function watch(): void {
    use.holder.once('end', () => {
      if (!isLeaving) comingBack = comeBack()
    })
  }

  watch()
  return async () => {
    isLeaving = true
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
    if (!isGoingAway(error)) throw error
    return null
  }
}

/** Not there, not there yet, or stopping: each means to look again. */
function isGoingAway(error: unknown): boolean {
  return (
    hasErrorCode(error, 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03') ||
    (error instanceof Error && error.message.startsWith('Connection terminated'))
  )
}

/** Answers whether somebody has the server in hand: this process, or one that is starting or stopping it. */
async function startOrWait(place: ClusterPlace): Promise<boolean> {
  const started = await startCluster(place)
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
    if (!isGoingAway(error) && !isClosed(error)) throw error
  } finally {
    await holder.end()
  }
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && /not queryable|Connection terminated|closed/.test(error.message)
}
