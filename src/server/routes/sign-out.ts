import type { FastifyInstance } from 'fastify'
import { signOutPath } from '#contract/sign-out.ts'
import { clearSessionCookie, type SessionCookie } from '../http/request-session.ts'
import type { Services } from '../services.ts'

/** Ends the session here and in the browser. What the device holds stays: unlocking needs no session. */
export function signOutRoute(
  server: FastifyInstance,
  { sessions }: Services,
  cookie: SessionCookie,
): void {
  server.post(signOutPath, async (request, reply) => {
    const signedIn = await request.findSignedIn()
    if (signedIn !== null) await sessions.end(signedIn.scope.municipality, signedIn.sessionId)
    clearSessionCookie(reply, cookie)
    return reply.code(204).send()
  })
}
