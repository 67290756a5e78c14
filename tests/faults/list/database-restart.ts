import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { endTransactions, postmasterOf } from '../../support/embedded-database.ts'
import { askAllTheTime, signInAt, startServer } from '../../support/loaded-server.ts'
import type { Fault, Outcome } from '../fault.ts'

type Callers = ReturnType<typeof askAllTheTime>

const maxAwaySeconds = 60

/** Answers how many seconds it took until a request was answered again; null when it never was. */
async function secondsUntilAnswered({ ask }: Callers): Promise<number | null> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  while (seconds() < maxAwaySeconds) {
    if ((await ask()) === 200) return seconds()
    await pause(50)
  }
  return null
}

/** Breaks the database again and again under load, and tells what those saw who asked meanwhile. */
async function underLoad(
  times: number,
  breakOnce: (dataDir: string) => Promise<boolean>,
): Promise<Outcome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beredt-fault-'))
  const server = await startServer(dataDir)
  const gone = once(server.process, 'exit')
  try {
    const callers = askAllTheTime(server.url, await signInAt(server.url))
    const away: (number | null)[] = []
    while (away.length < times && server.process.exitCode === null && !away.includes(null)) {
      await pause(200)
      if (await breakOnce(dataDir)) away.push(await secondsUntilAnswered(callers))
    }
    await callers.stop()
    const others = callers.statuses.filter((status) => status !== 200 && status !== 503)
    const longest = Math.max(...away.map((seconds) => seconds ?? Number.POSITIVE_INFINITY))
    const refused = callers.statuses.filter((status) => status === 503).length
    const isSame = server.process.exitCode === null
    return {
      survived: isSame && others.length === 0 && Number.isFinite(longest),
      now:
        `${away.length} times of ${times}, ${isSame ? 'the same process' : 'the process ended'}; ` +
        `answered again after at most ${longest.toFixed(1)} s; of ${callers.statuses.length} requests ` +
        `${refused} were answered 503 and ${others.length} otherwise or not at all.`,
    }
  } finally {
    // The last user of the embedded database stops it.
    server.process.kill('SIGTERM')
    await gone
    await rm(dataDir, { recursive: true, force: true })
  }
}

export const killedDatabase: Fault = {
  name: 'killed-database',
  about: 'The postmaster is killed with SIGKILL thirteen times while eight ask all the time.',
  before: 'Node ended in 13 of 13.',
  run: () =>
    underLoad(13, async (dataDir) => {
      process.kill(postmasterOf(dataDir), 'SIGKILL')
      // It dies a moment later; until then requests are answered.
      await pause(200)
      return true
    }),
}

export const endedConnections: Fault = {
  name: 'ended-connections',
  about:
    'Connections are ended inside their transactions twenty times while eight ask all the time.',
  before: 'Node ended in 6 of 6.',
  run: () => underLoad(20, async (dataDir) => (await endTransactions(dataDir)) > 0),
}
