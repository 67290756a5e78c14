import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { protocolVersion } from '#contract/protocol.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

const packageFile = join(import.meta.dirname, '../../../package.json')

/** Answers which version of the server runs. */
export function readVersionRoute(): OpenHandler {
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(readFileSync(packageFile, 'utf8')))
  return ({ reply }) =>
    reply.header('cache-control', 'no-store').send({ name, version, protocol: protocolVersion })
}
