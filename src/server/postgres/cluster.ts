import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hasErrorCode } from '../base/error-code.ts'
import { rememberPlace, type ClusterPlace } from './cluster-place.ts'
import { findPostmaster, readPostmasterId } from './postmaster.ts'
import { run, type Ran } from './run.ts'

/** What a request's log line may not hold: `terse` leaves out the values, `panic` the statements. */
const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = on
synchronous_commit = on
full_page_writes = on
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = on
log_directory = 'log'
log_filename = 'postgres-%u.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_error_verbosity = terse
log_min_error_statement = panic
`

/** Makes the cluster if there is none, and answers with its superuser's password. */
export async function ensureCluster(dataDir: string, place: ClusterPlace): Promise<string> {
  const password = await ensurePassword(dataDir)
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await initializeCluster(place, password)
  await rememberPlace(dataDir, place)
  return password
}

async function ensurePassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'database-password')
  try {
    // Exclusive, so that of two commands that start at the same moment one decides.
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(randomBytes(24).toString('base64url'))
    await handle.sync()
    await handle.close()
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error
  }
  const password = await readFile(file, 'utf8')
  if (password.length < 32) throw new Error(`${file} is torn: remove it and the empty cluster.`)
  return password
}

/** Built beside its place and moved there when complete: a torn cluster is never taken for a database. */
async function initializeCluster(place: ClusterPlace, password: string): Promise<void> {
  const build = join(place.folder, `build-${randomUUID()}`)
  const passwordFile = `${build}.password`
  await mkdir(build, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (place.user !== null) {
    await chown(build, place.user.uid, place.user.gid)
    await chown(passwordFile, place.user.uid, place.user.gid)
  }
  try {
    // ICU nb, so that names sort as a Norwegian expects: aa with å.
    const made = await runProgram(place, 'initdb', [
      `--pgdata=${build}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=nb',
    ])
    if (made.code !== 0) throw new Error(`initdb failed: ${made.output.trim()}`)
    await writeFile(join(build, 'postgresql.auto.conf'), settings)
    await rename(build, place.cluster)
  } catch (error) {
    await rm(build, { recursive: true, force: true })
    // Another command finished the same work first.
    if (!hasErrorCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/**
 * Starts the server in a session of its own, so that Ctrl+C reaches it only through us.
 *
 * On the wanted port and no other; without one, on the port it had before when that is free.
 */
export async function startCluster(place: ClusterPlace, wanted: number | null): Promise<Ran> {
  const portFile = join(place.folder, 'port')
  const before = existsSync(portFile) ? Number(await readFile(portFile, 'utf8')) : 0
  const port =
    wanted === null
      ? ((await findFreePort(before)) ?? (await findFreePort(0)))
      : await findFreePort(wanted)
  if (port === null) throw new Error('No port is free, or not the one that is wanted.')
  await writeFile(portFile, String(port))
  const log = join(place.cluster, 'start.log')
  const options = ['-w', '-t', '60', '-s', '-l', log, '-o', `-p ${port}`]
  return await runProgram(place, 'pg_ctl', ['start', '-D', place.cluster, ...options])
}

/**
 * Ends connections and stops; everything committed is on disk before this answers.
 *
 * pg_ctl's own wait is for the pid file to be gone. When somebody else starts the server again in between, it would
 * wait for that one.
 */
export async function stopCluster(place: ClusterPlace): Promise<void> {
  const stopping = await findPostmaster(place.cluster)
  if (stopping === null) return
  await runProgram(place, 'pg_ctl', ['stop', '-D', place.cluster, '-m', 'fast', '-W', '-s'])
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if ((await readPostmasterId(place.cluster)) !== stopping.pid) return
    await pause(50)
  }
  throw new Error(`PostgreSQL does not stop: ${await readStartLog(place)}`)
}

export async function readStartLog(place: ClusterPlace): Promise<string> {
  return (await readFile(join(place.cluster, 'start.log'), 'utf8')).split('\n').slice(-8).join('\n')
}

function runProgram(place: ClusterPlace, name: string, args: readonly string[]): Promise<Ran> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return run(join(place.programs, 'bin', name + suffix), args, {
    user: place.user,
    folder: place.folder,
  })
}

/** Null when the wanted port is taken; 0 is for any. */
function findFreePort(wanted: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error) => {
      if (hasErrorCode(error, 'EADDRINUSE', 'EACCES')) resolve(null)
      else reject(error)
    })
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      const port = address === null || typeof address === 'string' ? null : address.port
      probe.close(() => resolve(port))
    })
  })
}
