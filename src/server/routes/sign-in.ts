import { SignIn, type SignInAnswer } from '#contract/sign-in.ts'
import { readSession } from '../accounts/read-session.ts'
import { signInLocally, type LocalSignIn } from '../accounts/sign-in.ts'
import type { SessionRepository } from '../accounts/session-repository.ts'
import type { Database } from '../database/database.ts'
import { setSessionCookie, type SessionCookie } from '../http/request-session.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

/** Starts a session, and leaves the one that the browser already has. */
export function signInRoute(
  services: LocalSignIn & { db: Database; sessions: SessionRepository },
  cookie: SessionCookie,
): OpenHandler {
  return async ({ request, reply }): Promise<SignInAnswer> => {
    const signIn = SignIn.parse(request.body)
    const municipality = await request.getMunicipality()
    const from = { municipality, address: request.ip }
    const accountId = await signInLocally(services, from, signIn)
    const before = await request.findSignedIn()
    if (before !== null) await services.sessions.leave(municipality, before, accountId)
    setSessionCookie(reply, cookie, await services.sessions.start(municipality, accountId))
    return await readSession(services.db, municipality, accountId)
  }
}
