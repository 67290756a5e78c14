import { readFileSync } from 'node:fs'

/** What Linux counts in, on every machine that we run on. */
const ticksPerSecond = 100

/**
 * A meter that answers, at each call, how many seconds the processors worked for child processes that ended since the
 * call before.
 *
 * Unlike the time on the clock it is the same on a busy machine. A daemon that outlives its parent, as PostgreSQL does,
 * is not in it. Null where the system does not tell.
 */
export function cpuMeter(statFile = '/proc/self/stat'): () => number | null {
  let before = readSeconds(statFile)
  return () => {
    const now = readSeconds(statFile)
    const passed = now === null || before === null ? null : now - before
    before = now
    return passed
  }
}

function readSeconds(statFile: string): number | null {
  try {
    // The name of the program comes before this, and may hold spaces.
    const fields = readFileSync(statFile, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
