import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hasErrorCode } from '../base/error-code.ts'
import { rememberPlace, type ClusterPlace } from './cluster-place.ts'
import { findPostmaster, readPostmasterId } from './postmaster.ts'
import { run, type ProgramResult } from './run.ts'

/** Keeps record contents out of PostgreSQL's log: `terse` leaves out values, `panic` leaves out statements. */
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

/** Creates the cluster when there is none, and answers with its superuser's password. */
export async function ensureCluster(dataDir: string, place: ClusterPlace): Promise<string> {
  const password = await ensurePassword(dataDir)
  if (!existsSync(join(place.cluster, 'PG_VERSION'))) await initializeCluster(place, password)
  await rememberPlace(dataDir, place)
  return password
}

async function ensurePassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'database-password')
  try {
    // `wx` fails when the file exists: of two commands that start together, one chooses the password.
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

/** Creates the cluster in a temporary folder and moves it when complete, so that half a cluster is never used. */
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
    // ICU nb sorts names in Norwegian order: aa as å.
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
 * Starts the server in a session of its own, so that Ctrl+C does not stop it before this process does.
 *
 * It uses the given port and no other. With null it uses its previous port when that is free.
 */
export async function startCluster(
  place: ClusterPlace,
  wanted: number | null,
): Promise<ProgramResult> {
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
 * pg_ctl itself would wait until the pid file is gone, and wait for ever when another process starts the server
 * again meanwhile.
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

function runProgram(
  place: ClusterPlace,
  name: string,
  args: readonly string[],
): Promise<ProgramResult> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return run(join(place.programs, 'bin', name + suffix), args, {
    user: place.user,
    folder: place.folder,
  })
}

/** Answers null when the wanted port is in use; 0 means any port. */
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
