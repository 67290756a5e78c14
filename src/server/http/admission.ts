import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../base/metrics.ts'
import { Refused } from '../base/refused.ts'
import { isApiRequest } from './serve-routes.ts'

export type AdmissionLimits = {
  /** Requests worked on at once; one more is sent away. */
  requests: number
  /** As many again for routes that carry entries. */
  pushes: number
}

export const usualLimits: AdmissionLimits = { requests: 200, pushes: 200 }

/**
 * Sends requests away before the server is so slow that it answers none.
 *
 * When a network comes back, every phone calls at once. A quick 503 with a time to come again costs the phone
 * nothing; a request that hangs costs it its turn.
 */
export function registerAdmission(
  server: FastifyInstance,
  limits: AdmissionLimits,
  metrics: Metrics,
): void {
  let taken = 0
  let sentAway = 0
  const admitted = new WeakSet()
  server.addHook('onRequest', (request, _reply, done) => {
    const admission = request.routeOptions.config.declared?.admission
    if (!isApiRequest(request) || admission === 'staysOpen') {
      done()
      return
    }
    const most = limits.requests + (admission === 'entries' ? limits.pushes : 0)
    if (taken >= most) {
      metrics.shed()
      sentAway += 1
      // 2 to 11 s in turn, so that those who were sent away do not all come back at once.
      done(new Refused('busy', { retryAfterSeconds: 2 + (sentAway % 10) }))
      return
    }
    taken += 1
    admitted.add(request)
    done()
  })
  server.addHook('onResponse', (request, _reply, done) => {
    if (admitted.delete(request)) taken -= 1
    done()
  })
  // A browser that hangs up gets no response, so its place is given back here.
  server.addHook('onRequestAbort', (request, done) => {
    if (admitted.delete(request)) taken -= 1
    done()
  })
}
