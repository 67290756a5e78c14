import { spawn, type ChildProcess } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const sources = [
  ...[
    'app',
    'contract',
    'content',
    'domain',
    'pdf',
    'service-worker',
    'storage',
    'sync',
    'text',
  ].map((layer) => join('src', layer)),
  'public',
  'index.html',
  'package-lock.json',
  'vite.config.ts',
]

export const clientFolder = join(root, 'dist')

/** Answers whether the built app is missing, or older than its sources. */
export function isClientOld(): boolean {
  // Vite writes these two last, so an interrupted build lacks one of them.
  const built = ['index.html', 'sw.js'].map((file) => join(clientFolder, file))
  if (!built.every((file) => existsSync(file))) return true
  const builtAt = Math.min(...built.map((file) => statSync(file).mtimeMs))
  return sources.some((source) => newestChange(join(root, source)) > builtAt)
}

function newestChange(path: string): number {
  if (!existsSync(path)) return 0
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

/** How long a phone may be offline and still start the version that it has. */
const retiredMilliseconds = 120 * 24 * 60 * 60 * 1000

/**
 * Copies the hashed files that a build will replace, and deletes those that were replaced long ago.
 *
 * A tab or a phone that still runs an older version requests its files by name.
 */
export function retireAssets(built: string, retired: string, now: number): void {
  const kept = join(retired, 'assets')
  mkdirSync(kept, { recursive: true })
  const assets = join(built, 'assets')
  for (const name of existsSync(assets) ? readdirSync(assets) : []) {
    copyFileSync(join(assets, name), join(kept, name))
    utimesSync(join(kept, name), now / 1000, now / 1000)
  }
  for (const name of readdirSync(kept)) {
    const retiredAt = statSync(join(kept, name)).mtimeMs
    if (now - retiredAt > retiredMilliseconds) rmSync(join(kept, name))
  }
}

/** Builds the app in its own process, to free its memory. `onStart` receives the process, to stop it early. */
export async function buildClient(onStart: (child: ChildProcess) => void): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    // Not to standard output, which may be read by a script.
    stdio: ['ignore', process.stderr, 'inherit'],
  })
  onStart(child)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`The app could not be built: vite ended with ${code}.`)
}
