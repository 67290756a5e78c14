import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { z } from 'zod'
import { chromiumArguments, findChromium } from '../chromium.ts'
import { type Extent, Rounds } from './benchmark.ts'

const root = join(import.meta.dirname, 'page')

/** Beside what else is built here, and as the app is built: minified, workers as modules. */
export const benchPageFolder = join(import.meta.dirname, '../../.build/bench')

export async function buildBenchPage(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // RxDB brings a Dexie of its own, and two of them refuse to share a page.
    resolve: { dedupe: ['dexie'] },
    build: { outDir: benchPageFolder, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
    worker: { format: 'es', rolldownOptions: { external: ['canvg', 'dompurify', 'html2canvas'] } },
  })
}

/** As the server has it: some libraries are slower where they may not make code of text. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "require-trusted-types-for 'script'",
  'trusted-types beredt',
].join('; ')

/** Builds and serves the bench page, and lets it measure in a real Chromium. */
export async function measureInPage(name: string, extent: Extent): Promise<Record<string, Rounds>> {
  await buildBenchPage()
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: benchPageFolder },
    preview: {
      host: 'localhost',
      port: 0,
      headers: { 'content-security-policy': contentSecurityPolicy },
    },
  })
  try {
    const address = server.httpServer.address()
    if (address === null || typeof address === 'string') throw new Error('The page has no port.')
    return await withBrowser((context) =>
      runInPage(context, `http://localhost:${address.port}/`, { name, extent }),
    )
  } finally {
    await server.close()
  }
}

/** Opens the bench page at an address, and answers what it measured. The page may call what is `exposed`. */
export async function runInPage(
  context: BrowserContext,
  url: string,
  request: { name: string; extent: Extent },
  exposed: Readonly<Record<string, () => Promise<void>>> = {},
): Promise<Record<string, Rounds>> {
  const page = await context.newPage()
  for (const [name, work] of Object.entries(exposed)) await page.exposeFunction(name, work)
  const broken = new Promise<never>((_, reject) => page.once('pageerror', reject))
  await page.goto(url)
  const measuring: Promise<unknown> = page.evaluate(`beredtBench(${JSON.stringify(request)})`)
  return MeasuredParts.parse(await Promise.race([measuring, broken]))
}

const MeasuredParts = z.record(z.string(), Rounds)

/** A Chromium whose profile lies on the disk, as a phone's does, and goes with it. */
export async function withBrowser<Value>(
  work: (context: BrowserContext) => Promise<Value>,
): Promise<Value> {
  const profile = await mkdtemp(join(tmpdir(), 'beredt-bench-'))
  try {
    const context = await openBrowser(profile)
    try {
      return await work(context)
    } finally {
      await context.close()
    }
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}

/** `started` is the program to start, where it is not the Chromium that is found here. */
export function openBrowser(
  profile: string,
  started: string | null = null,
): Promise<BrowserContext> {
  const executablePath = started ?? findChromium()
  return chromium.launchPersistentContext(profile, {
    headless: true,
    // Its own way of ending on a signal would not wait for the server beside it.
    handleSIGINT: false,
    handleSIGTERM: false,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 390, height: 844 },
    args: chromiumArguments,
    ...(executablePath === null ? {} : { executablePath }),
  })
}
