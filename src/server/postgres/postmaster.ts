import { readFile } from 'node:fs/promises'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hasErrorCode } from '../base/error-code.ts'

/** A PostgreSQL server whose pid file says that it accepts connections. */
export type Postmaster = { pid: number; port: number }

/** Reads the pid file, which PostgreSQL removes as its last action. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = await readPidFile(cluster)
  if (lines === null || lines[7]?.trim() !== 'ready') return null
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

/** Reads the process id in the pid file, ready or not; null when there is no file. */
export async function readPostmasterId(cluster: string): Promise<number | null> {
  const lines = await readPidFile(cluster)
  return lines === null ? null : Number(lines[0])
}

async function readPidFile(cluster: string): Promise<string[] | null> {
  try {
    return (await readFile(pidFile(cluster), 'utf8')).split('\n')
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null
    throw error
  }
}

/**
 * Removes a pid file whose number belongs to another program.
 *
 * A machine or container that lost power leaves the file behind, and may give its number to another program after the
 * restart; PostgreSQL would then refuse to start. Where the system cannot name the program, the file is kept.
 */
export async function clearForeignPidFile(cluster: string): Promise<void> {
  const lines = await readPidFile(cluster)
  const pid = Number(lines?.[0])
  if (lines === null || process.platform !== 'linux') return
  if (!Number.isInteger(pid) || !isPostgres(pid, cluster)) rmSync(pidFile(cluster), { force: true })
}

function isPostgres(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ESRCH')) return false
    throw error
  }
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}
