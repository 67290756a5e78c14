import { clearSessionCookie, type SessionCookie } from '../http/request-session.ts'
import type { SessionRepository } from '../accounts/session-repository.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

/** Ends the session here and in the browser. The data on the device stays: unlocking needs no session. */
export function signOutRoute(
  { sessions }: { sessions: SessionRepository },
  cookie: SessionCookie,
): OpenHandler {
  return async ({ request, reply }) => {
    const signedIn = await request.findSignedIn()
    if (signedIn !== null) await sessions.end(signedIn.scope.municipality, signedIn.sessionId)
    clearSessionCookie(reply, cookie)
    return reply.code(204).send()
  }
}
