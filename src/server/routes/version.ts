import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { protocolVersion } from '#contract/protocol.ts'

const packageFile = join(import.meta.dirname, '../../../package.json')

/** Which version runs here. */
export function versionRoute(server: FastifyInstance): void {
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(packageFile, 'utf8')))
  server.get('/version.json', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ name, version, protocol: protocolVersion }),
  )
}
