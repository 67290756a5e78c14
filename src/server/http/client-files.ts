import { basename, dirname } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendRefusal } from './error-handler.ts'
import { Refused } from '../base/refused.ts'

const oneYear = 'public, max-age=31536000, immutable'

/** Built files have a hash of their content in their name and never change; files that refer to them are revalidated. */
function cacheControl(path: string): string {
  return basename(dirname(path)) === 'assets' ? oneYear : 'no-store'
}

/** Serves the built app. Any other address that a browser opens gets the app, which shows the screen. */
export async function registerClientFiles(
  server: FastifyInstance,
  folders: readonly string[],
): Promise<void> {
  if (folders.length === 0) server.get('/*', (_request, reply) => reply.callNotFound())
  else {
    await server.register(fastifyStatic, {
      root: [...folders],
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', cacheControl(path))
      },
    })
  }
  server.setNotFoundHandler((request, reply) => {
    const isScreen =
      request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (folders.length > 0 && isScreen) return reply.sendFile('index.html')
    return sendRefusal(reply, new Refused('notFound'))
  })
}
