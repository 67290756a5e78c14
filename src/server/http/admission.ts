import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Metrics } from '../base/metrics.ts'
import type { LineLimits } from '../base/place-line.ts'
import { networkOf } from '../base/network-of.ts'
import { Refused } from '../base/refused.ts'
import { type BodyLimits, openBodies, usualBodies } from './open-bodies.ts'
import { isApiRequest } from './serve-routes.ts'

export type AdmissionLimits = {
  /** The most requests handled at once; the next one is refused. */
  requests: number
  /** The additional number for routes that carry entries. */
  pushes: number
  /** Sign-ins have places of their own, and so have devices on which the employee has signed in before. */
  signIns: { known: LineLimits; others: LineLimits }
  bodies: BodyLimits
}

/** A password takes about 0.05 s, one after the other: the last one in a line waits some 3 s. */
const signIns: LineLimits = { working: 2, waiting: 30 }

export const usualLimits: AdmissionLimits = {
  requests: 200,
  pushes: 200,
  signIns: { known: signIns, others: signIns },
  bodies: usualBodies,
}

/**
 * Refuses requests before the server becomes too slow to answer any.
 *
 * When a network works again, every phone connects at once. A quick 503 with a time to retry costs a phone nothing,
 * while a request that hangs until it times out costs the phone its attempt.
 *
 * A place is for work: a request gives it back while its body is on its way, and takes one again when it has come. What
 * never comes holds none.
 */
export function registerAdmission(
  server: FastifyInstance,
  limits: AdmissionLimits,
  metrics: Metrics,
): void {
  let active = 0
  let refusals = 0
  const holdPlace = new WeakSet<FastifyRequest>()
  function busy(): Refused {
    metrics.shed()
    refusals += 1
    // 2 to 11 s in turn, so that the refused phones do not all retry at once.
    return new Refused('busy', { retryAfterSeconds: 2 + (refusals % 10) })
  }
  function takePlace(request: FastifyRequest): Refused | undefined {
    const admission = request.routeOptions.config.declared?.admission
    if (!isApiRequest(request) || admission === 'staysOpen' || admission === 'signIn') return
    const max = limits.requests + (admission === 'entries' ? limits.pushes : 0)
    if (active >= max) return busy()
    active += 1
    holdPlace.add(request)
    return
  }
  function givePlaceBack(request: FastifyRequest): void {
    if (holdPlace.delete(request)) active -= 1
  }

  server.addHook('onRequest', (request, _reply, done) => done(takePlace(request)))
  watchBodies(server, limits.bodies, metrics.shed, givePlaceBack)
  server.addHook('preValidation', (request, _reply, done) => {
    done(holdPlace.has(request) ? undefined : takePlace(request))
  })
  server.addHook('onResponse', (request, _reply, done) => {
    givePlaceBack(request)
    done()
  })
  // A browser that disconnects gets no response, so its request is counted off here.
  server.addHook('onRequestAbort', (request, done) => {
    givePlaceBack(request)
    done()
  })
}

const sweepMilliseconds = 1_000
/** For a sender to read that it was refused, while it still sends. */
const lingerMilliseconds = 10_000

function watchBodies(
  server: FastifyInstance,
  limits: BodyLimits,
  onEnded: () => void,
  givePlaceBack: (request: FastifyRequest) => void,
): void {
  const bodies = openBodies(limits, onEnded)
  const watched = new WeakMap<FastifyRequest, Readable>()
  const timer = setInterval(bodies.sweep, sweepMilliseconds).unref()
  server.addHook('onClose', (_server, done) => {
    clearInterval(timer)
    done()
  })
  // After the access of the route is checked (`guardRoutes`): nobody without access is read.
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if (!hasBody(request)) return done(null, payload)
    givePlaceBack(request)
    const body = bodies.watch(request.raw, networkOf(request.ip))
    watched.set(request, body)
    done(null, body)
  })
  server.addHook('onResponse', (request, _reply, done) => {
    watched.get(request)?.destroy()
    const { raw } = request
    if (raw.socket instanceof Socket && !raw.complete) {
      setTimeout(() => raw.complete || raw.destroy(), lingerMilliseconds).unref()
    }
    done()
  })
}

function hasBody({ method, headers }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
