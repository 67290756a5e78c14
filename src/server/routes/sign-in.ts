import type { FastifyInstance } from 'fastify'
import { SignIn, signInPath, type SignInAnswer } from '#contract/sign-in.ts'
import { readSession } from '../accounts/read-session.ts'
import { signInLocally } from '../accounts/sign-in.ts'
import { setSessionCookie, type SessionCookie } from '../http/request-session.ts'
import type { Services } from '../services.ts'

/** Opens a session. One that the browser already has ends: it is the next employee who signs in. */
export function signInRoute(
  server: FastifyInstance,
  services: Services,
  cookie: SessionCookie,
): void {
  server.post(signInPath, async (request, reply): Promise<SignInAnswer> => {
    const signIn = SignIn.parse(request.body)
    const municipality = await request.getMunicipality()
    const from = { municipality, address: request.ip }
    const accountId = await signInLocally(services, from, signIn)
    const before = await request.findSignedIn()
    if (before !== null) await services.sessions.end(municipality, before.sessionId)
    setSessionCookie(reply, cookie, await services.sessions.start(municipality, accountId))
    return await readSession(services.db, municipality, accountId)
  })
}
