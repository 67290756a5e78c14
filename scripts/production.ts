import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { folderMegabytes } from './supply/folder-size.ts'
import { readLock } from './supply/lock-file.ts'
import { runNpm } from './supply/run-npm.ts'
import { startApp } from './supply/started-app.ts'

const root = join(import.meta.dirname, '..')

/** Proves and measures, on what is committed: clone, install without development dependencies, start, answer, stop. */
async function production(work: string): Promise<void> {
  const clone = join(work, 'beredt')
  execFileSync('git', ['clone', '--quiet', root, clone], { stdio: 'inherit' })

  const installed = await timed(() =>
    runNpm(['ci', '--omit=dev'], { folder: clone, timeoutSeconds: 900 }),
  )
  if (installed.result.exitCode !== 0) throw new Error(installed.result.errors)
  const present = readLock(clone).packages.filter(({ path }) => existsSync(join(clone, path)))
  const strangers = present.filter(({ isProduction }) => !isProduction).map(({ path }) => path)
  if (strangers.length > 0) throw new Error(`For development only: ${strangers.join(', ')}`)
  console.log(
    `installed ${present.length} packages, ${megabytes(join(clone, 'node_modules'))}, in ${installed.seconds} s`,
  )

  const started = await timed(() => startApp(clone, join(work, 'data')))
  const { url, stop } = started.result
  await expectAnswers(url)
  console.log(
    `built the app (${megabytes(join(clone, 'dist'))}) and started in ${started.seconds} s`,
  )
  const code = await stop()
  if (code !== 0) throw new Error(`The server ended with ${code}.`)

  const again = await timed(() => startApp(clone, join(work, 'data')))
  await expectAnswers(again.result.url)
  console.log(`started again, built already, in ${again.seconds} s`)
  await again.result.stop()
}

/** The server is well, and a browser gets the app with all that its page names. */
async function expectAnswers(url: string): Promise<void> {
  const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text()
  const named = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path)
  if (!named.some((path) => path.endsWith('.js'))) throw new Error('The page names no script.')
  for (const path of ['/healthz', '/sw.js', ...named]) {
    const { status } = await fetch(`${url}${path}`)
    if (status !== 200) throw new Error(`${path} was answered ${status}.`)
  }
}

async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; seconds: string }> {
  const startedAt = performance.now()
  const result = await work()
  return { result, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) }
}

function megabytes(folder: string): string {
  return `${folderMegabytes(folder).toFixed(0)} MB`
}

const work = await mkdtemp(join(tmpdir(), 'beredt-production-'))
try {
  await production(work)
} finally {
  await rm(work, { recursive: true, force: true })
}
