import { SignIn, type SignInAnswer } from '#contract/sign-in.ts'
import type { KnownDevices } from '../accounts/known-devices.ts'
import { readSession } from '../accounts/read-session.ts'
import {
  type LocalSignIn,
  type SignInLines,
  signInLocally,
  usernameFrom,
} from '../accounts/sign-in.ts'
import type { SessionRepository } from '../accounts/session-repository.ts'
import type { Database } from '../database/database.ts'
import { readKnownDeviceCookie, setKnownDeviceCookie } from '../http/known-device-cookie.ts'
import { setSessionCookie, type SessionCookie } from '../http/request-session.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

/** Starts a session, and leaves the one that the browser already has. */
export function signInRoute(
  services: LocalSignIn & { db: Database; sessions: SessionRepository; devices: KnownDevices },
  lines: SignInLines,
  cookie: SessionCookie,
): OpenHandler {
  const { devices, sessions } = services
  return async ({ request, reply }): Promise<SignInAnswer> => {
    const signIn = SignIn.parse(request.body)
    const host = request.hostname
    const device = devices.read(host, readKnownDeviceCookie(request, cookie))
    const username = usernameFrom(signIn.username)
    const knownDevice = devices.knows(device, host, username) ? device : null
    // Before the first question to the database, whose connections everybody shares.
    return await lines[knownDevice === null ? 'others' : 'known'](async () => {
      const municipality = await request.getMunicipality()
      const from = { municipality, address: request.ip, knownDevice }
      const accountId = await signInLocally(services, from, signIn)
      const before = await request.findSignedIn()
      if (before !== null) await sessions.leave(municipality, before, accountId)
      setSessionCookie(reply, cookie, await sessions.start(municipality, accountId))
      setKnownDeviceCookie(reply, cookie, devices.write(device, host, username))
      return await readSession(services.db, municipality, accountId)
    })
  }
}
