import type { FastifyInstance, FastifyReply } from 'fastify'
import { $ZodError } from 'zod/v4/core'
import type { CannotStore } from '#contract/refusal.ts'
import { cannotStore } from '#text/nb/words/refusals.ts'
import { hasErrorCode } from '../base/error-code.ts'
import { Refused, refusalBody, statusByKind } from '../base/refused.ts'
import { findCannotStore } from '../database/cannot-store.ts'
import { isDatabaseAway } from '../database/database-away.ts'

/** Answers every request that failed, and never quotes the fault itself. */
export function registerErrorHandler(server: FastifyInstance): void {
  server.setErrorHandler((error, request, reply) => {
    const refused = refusedFrom(error)
    const status = statusByKind[refused.kind]
    if (status >= 500) request.log.error({ err: error, kind: refused.kind }, 'request failed')
    else request.log.info({ kind: refused.kind }, 'request refused')
    return sendRefusal(reply, refused)
  })
}

export function sendRefusal(reply: FastifyReply, refused: Refused): FastifyReply {
  const { kind, more } = refused
  const { retryAfterSeconds } = more
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds))
  return reply
    .code(statusByKind[kind])
    .header('cache-control', 'no-store')
    .send(refusalBody(kind, more))
}

/** What its sender is told of any error. */
export function refusedFrom(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof $ZodError) return new Refused('unreadable')
  const reason = findCannotStore(error)
  if (reason !== null) return refusedToStore(reason)
  // 55P03: a query waited too long for a lock.
  if (isDatabaseAway(error) || hasErrorCode(error, '55P03')) {
    return new Refused('busy', { retryAfterSeconds: 5 })
  }
  // The request has a text with a NUL in it, or a number that is too large for its column.
  if (hasErrorCode(error, '22021', '22003')) return new Refused('unreadable')
  switch (statusOf(error)) {
    case 413:
      return new Refused('tooLarge')
    case 429:
      return new Refused('tooManyTries', { retryAfterSeconds: 30 })
    case null:
      return new Refused('fault')
  }
  return new Refused('unreadable')
}

/** A minute: somebody has to make room first. */
export function refusedToStore(reason: CannotStore): Refused {
  const text = cannotStore[reason]
  return new Refused('busy', { retryAfterSeconds: 60, cannotStore: reason, text })
}

/** Finds the 4xx of an error of Fastify: broken JSON, unknown content type, a body that is too large. */
function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null
  const status = error.statusCode
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null
}
