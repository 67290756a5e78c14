import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '../base/refused.ts'

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site's page makes a browser send.
 *
 * It stands beside the cookie's SameSite=Strict, which older browsers and sites on the same domain get around.
 * Every browser that Beredt runs in sends Sec-Fetch-Site or Origin with a write.
 */
export function registerCrossSiteDefence(server: FastifyInstance, publicUrl: string | null): void {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  server.addHook('onRequest', (request, _reply, done) => {
    if (readOnly.has(request.method) || isOwnPage(request, publicOrigin)) done()
    else done(new Refused('notAllowed'))
  })
}

function isOwnPage(request: FastifyRequest, publicOrigin: string | null): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = request.headers
  if (origin !== undefined) {
    return origin === publicOrigin || origin === `${request.protocol}://${request.host}`
  }
  // No browser: a script of one's own. It has no cookie that somebody else could make it send.
  return request.headers.cookie === undefined
}
