import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Metrics } from '../base/metrics.ts'
import { Refused } from '../base/refused.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

/**
 * Answers with the counters of this process, for Prometheus: to who has the token, or without a token to this machine.
 * The counters name no person, but tell a stranger how much is going on.
 */
export function readMetricsRoute(metrics: Metrics, token: string | null): OpenHandler {
  return async ({ request, reply }) => {
    const isAllowed = token === null ? isFromHere(request) : hasToken(request, token)
    if (!isAllowed) throw new Refused('notAllowed')
    return reply.type(metrics.contentType).send(await metrics.text())
  }
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/** A proxy on this machine passes strangers' requests on. */
function isFromHere({ socket, headers, hostname }: FastifyRequest): boolean {
  return (
    loopback.has(socket.remoteAddress ?? '') &&
    ['localhost', '127.0.0.1', '[::1]'].includes(hostname) &&
    passedOn.every((name) => headers[name] === undefined)
  )
}

function hasToken({ headers }: FastifyRequest, token: string): boolean {
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}

/** Of one length, whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
