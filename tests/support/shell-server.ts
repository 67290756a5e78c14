import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'

const dist = join(import.meta.dirname, '../../dist')

const typeByExtension = new Map([
  ['.css', 'text/css'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.webmanifest', 'application/manifest+json'],
  ['.woff2', 'font/woff2'],
])

/** As strict as the app is ever served, so that a breach shows here first. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types beredt',
].join('; ')

/** Serves the built shell and nothing else: what a phone meets before it has signed in anywhere. */
export async function startShellServer(): Promise<{
  url: string
  /** Serves the same shell from here on as if it had been built anew. */
  release(): void
  /** The line breaks for every address of this kind, as in the middle of an update. */
  breakOff(path: RegExp): void
  stop(): Promise<void>
}> {
  let release = 0
  let broken: RegExp | null = null
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (broken?.test(path) === true) {
      response.destroy()
      return
    }
    const file = extname(path) === '' ? '/index.html' : normalize(path)
    const body = await readIfThere(join(dist, file))
    if (body === null) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', typeByExtension.get(extname(file)) ?? 'text/plain')
    response.setHeader('content-security-policy', contentSecurityPolicy)
    response.end(file === '/sw.js' ? asRelease(body.toString(), release) : body)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.destroy(error))
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${portOf(server)}`,
    release: () => {
      release += 1
    },
    breakOff: (path) => {
      broken = path
    },
    stop: () => stop(server),
  }
}

/** The worker is another one as soon as it lists another revision of index.html. */
export function asRelease(worker: string, release: number): string {
  return worker.replace(/("revision":")([0-9a-f]+)(","url":"index\.html")/, `$1$2-${release}$3`)
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

function stop(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve()
  server.closeAllConnections()
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
  })
}
