import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { findMunicipality } from '../accounts/municipality-directory.ts'
import type { SessionRepository, SignedIn } from '../accounts/session-repository.ts'
import { Refused } from '../base/refused.ts'
import type { Database } from '../database/database.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Finds the employee who sent the request; null without a session. Not every route needs it. */
    findSignedIn: () => Promise<SignedIn | null>
    /** Finds the municipality of the request's host name. */
    getMunicipality: () => Promise<MunicipalityId>
  }
}

export type SessionCookie = { secure: boolean }

export type Sessions = { db: Database; sessions: SessionRepository }

export function registerSessions(
  server: FastifyInstance,
  services: Sessions,
  cookie: SessionCookie,
): void {
  server.decorateRequest('findSignedIn')
  server.decorateRequest('getMunicipality')
  server.addHook('onRequest', (request, reply, done) => {
    request.getMunicipality = once(async () => {
      const municipality = await findMunicipality(services.db, request.hostname)
      if (municipality === null) throw new Refused('notFound')
      return municipality
    })
    request.findSignedIn = once(() => findSignedIn(services, cookie, request, reply))
    done()
  })
}

async function findSignedIn(
  { sessions }: Sessions,
  cookie: SessionCookie,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn | null> {
  const value = request.cookies[cookieName(cookie)]
  if (value === undefined) return null
  const used = await sessions.use(await request.getMunicipality(), value)
  if (used === null) {
    clearSessionCookie(reply, cookie)
    return null
  }
  if (used.newCookie !== null) setSessionCookie(reply, cookie, used.newCookie)
  return used.signedIn
}

export function setSessionCookie(reply: FastifyReply, cookie: SessionCookie, value: string): void {
  reply.setCookie(cookieName(cookie), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: cookie.secure,
    maxAge: 14 * 24 * 60 * 60,
  })
}

export function clearSessionCookie(reply: FastifyReply, cookie: SessionCookie): void {
  reply.clearCookie(cookieName(cookie), { path: '/', secure: cookie.secure })
}

/** `__Host-` works over TLS only, and keeps other hosts of the same domain from setting the cookie. */
function cookieName({ secure }: SessionCookie): string {
  return secure ? '__Host-beredt' : 'beredt'
}

function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | null = null
  return () => (answer ??= work())
}
