import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { hasErrorCode } from '../base/error-code.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { run } from './run.ts'
import type { SystemUser } from './system-user.ts'

/** Root uses this folder when a folder above the project does not let the postgres user in. */
const sharedRoot = '/var/tmp'

/** The folder of a data folder's cluster, and that of its PostgreSQL programs. */
export type ClusterPlace = {
  folder: string
  cluster: string
  programs: string
  user: SystemUser | null
}

/**
 * Finds the folder of the cluster of `dataDir`, or chooses one.
 *
 * The choice is stored in the data folder, so that a later change of permissions cannot make the
 * database look empty.
 */
export async function findClusterPlace(
  dataDir: string,
  binaries: PostgresBinaries,
  user: SystemUser | null,
): Promise<ClusterPlace> {
  await mkdir(dataDir, { recursive: true })
  const home = await realpath(dataDir)
  const known = await readPlace(home, user)
  // 0711 lets the postgres user reach its cluster, but not list the other files here.
  await chmod(home, user === null ? 0o700 : 0o711)
  const folder = known ?? (await choosePlace(home, user))
  return {
    folder,
    cluster: join(folder, 'cluster'),
    programs: await openPrograms(binaries, user),
    user,
  }
}

/** The cluster belongs to another user of this machine, as after a start with `sudo`. */
export class ForeignClusterFault extends Error {
  readonly folder: string

  constructor(folder: string) {
    super(`The database in ${folder} belongs to another user of this machine.`)
    this.folder = folder
  }
}

async function readPlace(dataDir: string, user: SystemUser | null): Promise<string | null> {
  let written: string
  try {
    written = await readFile(join(dataDir, 'database-folder'), 'utf8')
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null
    throw error
  }
  const folder = resolve(dataDir, written.trim())
  try {
    const { uid } = await stat(join(folder, 'cluster', 'PG_VERSION'))
    if (uid !== (user?.uid ?? process.getuid?.() ?? uid)) throw new ForeignClusterFault(folder)
    return folder
  } catch (error) {
    if (hasErrorCode(error, 'EACCES')) throw new ForeignClusterFault(folder)
    if (!hasErrorCode(error, 'ENOENT', 'ENOTDIR')) throw error
    throw new Error(
      `The database of ${dataDir} is not in ${folder} any more. Restore it from a backup, or remove ` +
        `${join(dataDir, 'database-folder')} to begin with an empty one.`,
      { cause: error },
    )
  }
}

async function choosePlace(dataDir: string, user: SystemUser | null): Promise<string> {
  const inside = join(dataDir, 'database')
  await ownFolder(inside, user)
  if (await canEnter(inside, user)) return inside
  const outside = join(sharedRoot, `beredt-${fingerprint(dataDir)}`)
  await makeTrustedFolder(outside)
  const folder = join(outside, 'database')
  await ownFolder(folder, user)
  return folder
}

/**
 * Stores the place when the cluster is complete, so that an interrupted start is simply repeated. The path is relative
 * when the cluster is inside the data folder, so that the folder can be moved.
 */
export async function rememberPlace(dataDir: string, place: ClusterPlace): Promise<void> {
  const inward = relative(await realpath(dataDir), place.folder)
  const written = inward.startsWith('..') ? place.folder : inward
  await writeFile(join(dataDir, 'database-folder'), `${written}\n`)
}

async function ownFolder(folder: string, user: SystemUser | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (user !== null) await chown(folder, user.uid, user.gid)
}

async function openPrograms(binaries: PostgresBinaries, user: SystemUser | null): Promise<string> {
  if (await canEnter(binaries.home, user)) return binaries.home
  const outside = join(sharedRoot, `beredt-postgres-${binaries.version}`)
  await makeTrustedFolder(outside)
  const programs = join(outside, 'native')
  if (existsSync(programs)) return programs
  const copy = `${programs}-${randomUUID()}`
  await cp(binaries.home, copy, { recursive: true, verbatimSymlinks: true })
  try {
    await rename(copy, programs)
  } catch (error) {
    // Another command copied the same programs at the same moment.
    if (!hasErrorCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
    await rm(copy, { recursive: true })
  }
  return programs
}

async function canEnter(folder: string, user: SystemUser | null): Promise<boolean> {
  if (user === null) return true
  const access = await run('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', folder], {
    user,
    folder: '/',
  })
  return access.code === 0
}

/** Everybody can write in /var/tmp, so a folder that another user created there is refused. */
async function makeTrustedFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const found = await lstat(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder} belongs to somebody else.`)
  }
}

function fingerprint(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
