import type { FastifyInstance } from 'fastify'
import { syncContentType } from '#contract/protocol.ts'
import type { Route } from '#contract/routes.ts'
import { type JsonLimits, jsonExcess } from '#domain/base/json-shape.ts'
import { Refused } from '../base/refused.ts'

/**
 * A hundred entries are some four thousand values, a binder of a whole zone some thousand. Nothing that a phone sends
 * nests more than seven levels.
 */
export const bodyLimits: JsonLimits = { depth: 20, elements: 20_000, values: 50_000 }

/** Looks at the shape of every JSON body before anything is built from it. */
export function registerJsonBodies(server: FastifyInstance, limits = bodyLimits): void {
  const parse = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  for (const type of ['application/json', syncContentType]) {
    server.addContentTypeParser<string>(type, { parseAs: 'string' }, (request, body, done) => {
      const declared: Route | undefined = request.routeOptions.config.declared
      const depth = declared?.maxBodyDepth ?? limits.depth
      if (jsonExcess(body, { ...limits, depth }) === null) return parse(request, body, done)
      done(new Refused('unreadable'))
    })
  }
}
