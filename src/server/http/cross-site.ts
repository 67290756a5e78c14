import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '../base/refused.ts'

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests that a page of another site makes the browser send.
 *
 * It adds to the cookie's SameSite=Strict, which does not protect in older browsers or against sites on the same
 * domain. Every browser that Beredt runs in sends Sec-Fetch-Site or Origin with a write.
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
  // Not a browser but a script, which has no cookie that another site could misuse.
  return request.headers.cookie === undefined
}
