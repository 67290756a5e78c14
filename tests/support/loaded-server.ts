import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { demoEmployees } from '#demo/demo-employees.ts'
import { cookieFrom } from './cookie-from.ts'

/** A server in a process of its own, on the embedded database of a folder. Whoever starts it ends it. */
export async function startServer(
  dataDir: string,
): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server-process.ts')], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      PORT: '0',
      DEMO: '1',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line]: unknown[] = await once(child.stdout, 'data')
  return { process: child, url: String(line).trim() }
}

/** The cookie of an employee of the demo. */
export async function signInAt(url: string): Promise<string> {
  const [person] = demoEmployees
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: person?.username, password: person?.password }),
  })
  return cookieFrom(answer.headers.getSetCookie())
}

/** Eight who ask all the time for what takes a transaction; notes every status, and 0 for no answer at all. */
export function askAllTheTime(url: string, cookie: string) {
  const statuses: number[] = []
  const over = new AbortController()
  const ask = async (): Promise<number> => {
    try {
      return (await fetch(`${url}/api/session`, { headers: { cookie } })).status
    } catch {
      return 0
    }
  }
  const caller = async () => {
    while (!over.signal.aborted) {
      statuses.push(await ask())
      await pause(20)
    }
  }
  const callers = Promise.all(Array.from({ length: 8 }, caller))
  return {
    statuses,
    ask,
    async stop() {
      over.abort()
      await callers
    },
  }
}
