import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendRefusal } from './error-handler.ts'
import { Refused } from './refused.ts'

const oneYear = 'public, max-age=31536000, immutable'

/** Built files carry a hash of their content in their name and never change; what leads to them is asked for anew. */
function cacheControl(path: string, folder: string): string {
  if (path.startsWith(join(folder, 'assets'))) return oneYear
  return 'no-store'
}

/** Serves the built app. Any other address that a browser opens is one of the app's own screens. */
export async function registerClientFiles(
  server: FastifyInstance,
  folder: string | null,
): Promise<void> {
  if (folder !== null) {
    await server.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', cacheControl(path, folder))
      },
    })
  }
  server.setNotFoundHandler((request, reply) => {
    const isScreen =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html')
    if (folder !== null && isScreen) return reply.sendFile('index.html')
    return sendRefusal(reply, new Refused('notFound'))
  })
}
