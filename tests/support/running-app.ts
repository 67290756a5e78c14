import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Names the data folder that an app begins with a copy of; unset, it begins with none. */
export const templateVariable = 'BEREDT_TEST_TEMPLATE'

/** The whole of Beredt as `npm start` runs it, on its own data folder and port. */
export type RunningApp = {
  url: string
  dataDir: string
  /** With the client that was built last, or with the one in a folder. */
  start(clientFolder?: string): Promise<void>
  /** As when the machine loses power: kill -9, nothing is told goodbye. */
  kill(): Promise<void>
  /** As when it is told to: everything is on the disk, and its database is stopped. */
  stop(): Promise<void>
  /** Stops it and removes its data. */
  remove(): Promise<void>
}

/** An empty server as `npm start -- --no-demo` runs it, and the one-time link that it has printed. */
export async function runEmptyApp(): Promise<RunningApp & { link(): string }> {
  let output = ''
  const app = await runApp(undefined, { begins: 'empty', onOutput: (text) => (output += text) })
  return {
    ...app,
    link() {
      const found = /http\S+\/oppstart#\S+/.exec(output)?.[0]
      if (found === undefined) throw new Error(`No link was printed: ${output}`)
      return found
    },
  }
}

type Beginning = { begins: 'demo' | 'empty'; onOutput: ((text: string) => void) | null }

/** A demo municipality of its own, started and answering; `clientFolder` has another client than the one built last. */
export async function runApp(
  clientFolder?: string,
  { begins, onOutput }: Beginning = { begins: 'demo', onOutput: null },
): Promise<RunningApp> {
  // Short, and open to the database's own user.
  const dataDir = await mkdtemp(join(tmpdir(), 'beredt-e2e-'))
  const template = process.env[templateVariable]
  if (template !== undefined && begins === 'demo') {
    // Unlike Node's own copying, it keeps whose the cluster is.
    await promisify(execFile)('cp', ['-a', `${template}/.`, dataDir])
  }
  const port = await freePort()
  const url = `http://localhost:${port}`
  let server: ChildProcess | null = null
  let isClusterDown = false
  // A test that fails removes nothing: what it started would go on beside all that come after it.
  const endToo = () => void server?.kill()
  process.on('exit', endToo)
  const app: RunningApp = {
    url,
    dataDir,
    async start(clientFolder) {
      isClusterDown = false
      const script =
        clientFolder === undefined
          ? ['scripts/start.ts', ...(begins === 'empty' ? ['--no-demo'] : [])]
          : ['tests/support/serve-client.ts', clientFolder]
      server = spawn(process.execPath, script, {
        stdio: ['ignore', onOutput === null ? 'ignore' : 'pipe', 'inherit'],
        env: {
          ...process.env,
          DATA_DIR: dataDir,
          PORT: String(port),
          LOG_LEVEL: 'error',
          DATABASE_URL: '',
        },
      })
      if (onOutput !== null) server.stdout?.on('data', (bytes) => onOutput(String(bytes)))
      await whenHealthy(url, server)
    },
    async kill() {
      await end(server, 'SIGKILL')
      server = null
    },
    async stop() {
      await end(server, 'SIGTERM')
      server = null
      isClusterDown = true
    },
    async remove() {
      // A killed server leaves its database running; the next one adopts it and stops it properly.
      if (server === null && !isClusterDown) await app.start()
      if (!isClusterDown) await app.stop()
      process.off('exit', endToo)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  await app.start(clientFolder)
  return app
}

async function end(server: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (server === null || server.exitCode !== null) return
  const gone = once(server, 'exit')
  server.kill(signal)
  await gone
}

async function whenHealthy(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`)
    if (await isHealthy(url)) return
    await new Promise((resolve) => {
      setTimeout(resolve, 200)
    })
  }
  throw new Error('The server did not answer within two minutes')
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok
  } catch (fault) {
    // fetch's own word for a refused connection: the server is not up yet.
    if (fault instanceof TypeError) return false
    throw fault
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
