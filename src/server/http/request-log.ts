import type { FastifyInstance } from 'fastify'

/** Writes one line for each answer, with its route's pattern: an address may contain search words. */
export function registerRequestLog(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    const milliseconds = Math.round(reply.elapsedTime)
    request.log.info(
      { method: request.method, route, status: reply.statusCode, milliseconds },
      'answered',
    )
    done()
  })
}
