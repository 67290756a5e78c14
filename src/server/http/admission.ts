import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../base/metrics.ts'
import { Refused } from '../base/refused.ts'
import { isApiRequest } from './serve-routes.ts'

export type AdmissionLimits = {
  /** The most requests handled at once; the next one is refused. */
  requests: number
  /** The additional number for routes that carry entries. */
  pushes: number
}

export const usualLimits: AdmissionLimits = { requests: 200, pushes: 200 }

/**
 * Refuses requests before the server becomes too slow to answer any.
 *
 * When a network works again, every phone connects at once. A quick 503 with a time to retry costs a phone nothing,
 * while a request that hangs until it times out costs the phone its attempt.
 */
export function registerAdmission(
  server: FastifyInstance,
  limits: AdmissionLimits,
  metrics: Metrics,
): void {
  let active = 0
  let refusals = 0
  const admitted = new WeakSet()
  server.addHook('onRequest', (request, _reply, done) => {
    const admission = request.routeOptions.config.declared?.admission
    if (!isApiRequest(request) || admission === 'staysOpen') {
      done()
      return
    }
    const max = limits.requests + (admission === 'entries' ? limits.pushes : 0)
    if (active >= max) {
      metrics.shed()
      refusals += 1
      // 2 to 11 s in turn, so that the refused phones do not all retry at once.
      done(new Refused('busy', { retryAfterSeconds: 2 + (refusals % 10) }))
      return
    }
    active += 1
    admitted.add(request)
    done()
  })
  server.addHook('onResponse', (request, _reply, done) => {
    if (admitted.delete(request)) active -= 1
    done()
  })
  // A browser that disconnects gets no response, so its request is counted off here.
  server.addHook('onRequestAbort', (request, done) => {
    if (admitted.delete(request)) active -= 1
    done()
  })
}
