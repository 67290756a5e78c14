import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type StartedApp = {
  url: string
  /** Stops it as an operator does, and answers its exit code. */
  stop: () => Promise<number | null>
}

/**
 * Runs in a folder what `npm start` runs, and answers when it has said where it listens.
 *
 * Without npm in between, which does not pass a stop signal on: a service manager must start it in the same way.
 */
export async function startApp(folder: string, dataDir: string): Promise<StartedApp> {
  const child = spawn(join(folder, 'node_modules/.bin/node'), ['scripts/start.ts', '--no-demo'], {
    cwd: folder,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  let url: string | null = null
  for await (const line of createInterface({ input: child.stdout })) {
    url = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? null
    if (url !== null) break
  }
  if (url === null) throw new Error(`The start ended with ${child.exitCode}.`)
  // What it says from here on is not needed, but must not fill the pipe.
  child.stdout.resume()
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
  }
}
