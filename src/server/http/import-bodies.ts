import type { FastifyInstance } from 'fastify'
import { importContentType } from '#contract/imports/preview-import.ts'

/** Lets a route receive a file as bytes, whatever is in it. */
export function registerImportBodies(server: FastifyInstance): void {
  server.addContentTypeParser(importContentType, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
}
