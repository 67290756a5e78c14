import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aDataFolder, end } from '../support/data-folder.ts'
import { pidFileOf } from '../support/embedded-database.ts'

const root = join(import.meta.dirname, '../..')

/** `npm start` on a data folder, until it has said where it answers. */
async function startOn(
  dataDir: string,
  ...args: string[]
): Promise<{ process: ChildProcess; url: string; output: () => string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      DEMO: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const ended = once(child, 'exit')
  const url = await expect
    .poll(() => /http:\/\/localhost:\d+/.exec(output)?.[0] ?? child.exitCode, { timeout: 120_000 })
    .toBeTruthy()
    .then(() => /http:\/\/localhost:\d+/.exec(output)?.[0])
  if (url === undefined) throw new Error(`It ended: ${output}`, { cause: await ended })
  return { process: child, url, output: () => output }
}

test('npm start serves the app and the demo, and stops cleanly with its database', async () => {
  const dataDir = await aDataFolder()
  const server = await startOn(dataDir)
  const health = await fetch(`${server.url}/healthz`)
  const page = await fetch(server.url, { headers: { accept: 'text/html' } })
  const [, username, password] = /^ {2}(\S+)\s+(\S+)\s+Sykepleier/m.exec(server.output()) ?? []
  const signedIn = await fetch(`${server.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })

  await end(server.process, 'SIGTERM')

  expect([health.status, page.status, signedIn.status]).toEqual([200, 200, 200])
  expect(await page.text()).toContain('<title>Beredt</title>')
  expect(server.process.exitCode).toBe(0)
  expect(existsSync(pidFileOf(dataDir))).toBe(false)
}, 180_000)

test('npm start after a killed one adopts its database and finds everything in it', async () => {
  const dataDir = await aDataFolder()
  const killed = await startOn(dataDir, '--no-demo')
  await end(killed.process, 'SIGKILL')

  const next = await startOn(dataDir, '--no-demo')
  const health = await fetch(`${next.url}/healthz`)
  await end(next.process, 'SIGTERM')

  expect(health.status).toBe(200)
  expect(next.output()).toMatch(/\/oppstart#[\w-]{43}/)
  expect(next.process.exitCode).toBe(0)
  expect(existsSync(pidFileOf(dataDir))).toBe(false)
}, 180_000)
