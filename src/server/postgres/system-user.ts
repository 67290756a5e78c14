import { readFile } from 'node:fs/promises'
import { run } from './run.ts'

/** The user that PostgreSQL runs as: it refuses to run as root. */
export type SystemUser = { name: string; uid: number; gid: number }

/** Answers null when this process is not root: PostgreSQL then runs as the same user. */
export async function postgresUser(): Promise<SystemUser | null> {
  return process.getuid?.() === 0 ? await ensureSystemUser('postgres') : null
}

/** Finds a system user, or creates one without password or shell. Needs root. */
export async function ensureSystemUser(name: string): Promise<SystemUser> {
  const known = await findSystemUser(name)
  if (known !== null) return known
  await createSystemUser(name)
  const created = await findSystemUser(name)
  if (created === null) throw new Error(`The system user ${name} could not be created.`)
  return created
}

async function findSystemUser(name: string): Promise<SystemUser | null> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n')
  const fields = lines.map((line) => line.split(':')).find(([user]) => user === name)
  if (fields === undefined) return null
  return { name, uid: Number(fields[2]), gid: Number(fields[3]) }
}

/** Debian and Red Hat have useradd; Alpine has busybox's adduser. */
async function createSystemUser(name: string): Promise<void> {
  const useradd = await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ])
  if (useradd.code === 0) return
  const adduser = await run('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name])
  if (adduser.code === 0) return
  throw new Error(
    `PostgreSQL does not run as root, and the system user ${name} could not be created: ` +
      `${useradd.output.trim()} ${adduser.output.trim()}`,
  )
}
