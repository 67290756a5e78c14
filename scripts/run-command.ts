import { z } from 'zod'
import { findCannotStore } from '#server/database/cannot-store.ts'
import { isDatabaseAway } from '#server/database/database-away.ts'
import { DatabaseRolesFault } from '#server/database/database-roles-fault.ts'
import { EnvironmentFault } from '#server/environment.ts'
import { ForeignClusterFault } from '#server/postgres/cluster-place.ts'
import { commandFault as text } from '#text/nb/commands/command-fault.ts'
import { cannotStore } from '#text/nb/words/refusals.ts'
import { ServerKeysFault } from '#server/keys/server-keys-fault.ts'

/** Runs a command. A fault that its user can correct is shown as one sentence; any other fault is shown in full. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    const sentence = describeFault(error)
    if (sentence === null) throw error
    console.error(sentence)
    process.exitCode = 1
  }
}

const SystemFault = z.object({
  code: z.string(),
  syscall: z.string().optional(),
  path: z.string().optional(),
  port: z.number().optional(),
  address: z.string().optional(),
  hostname: z.string().optional(),
})
type SystemFault = z.infer<typeof SystemFault>

/** Words a fault; null when only a developer can correct it. */
export function describeFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error instanceof EnvironmentFault) return text.environment(error.problems)
  if (error instanceof ForeignClusterFault) return text.foreignData(error.folder)
  if (error instanceof DatabaseRolesFault) return text.databaseRoles[error.kind]
  if (error instanceof ServerKeysFault) return text.serverKeys[error.kind](error.path)
  const reason = findCannotStore(error)
  if (reason !== null) return cannotStore[reason]
  const fault = SystemFault.safeParse(error)
  const sentence = fault.success ? describeSystemFault(fault.data) : null
  const known = sentence ?? describeFault(error.cause)
  return known === null && isDatabaseAway(error) ? text.databaseLost : known
}

function describeSystemFault(fault: SystemFault): string | null {
  const { code, syscall, path, port = 0 } = fault
  if (code.startsWith('ERR_PARSE_ARGS')) return text.unknownOption
  if (code === 'ENOSPC') return text.diskFull
  if (syscall === 'listen') {
    if (code === 'EADDRINUSE') return text.portTaken(port)
    if (code === 'EACCES') return text.portClosed(port)
    return text.addressMissing(fault.address ?? '')
  }
  if (path !== undefined) {
    if (notWritable.has(code)) return text.notWritable(path)
    return code === 'ENOENT' ? text.missing(path) : null
  }
  const isConnecting = syscall === 'connect' || syscall === 'getaddrinfo'
  return isConnecting || refusedByDatabase.has(code) ? text.databaseOutOfReach : null
}

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR', 'EISDIR'])
/** PostgreSQL: wrong password, no such user, no such database. */
const refusedByDatabase = new Set(['28P01', '28000', '3D000'])
