import {
  RedeemSignInCode,
  type RedeemSignInCodeAnswer,
} from '#contract/accounts/redeem-sign-in-code.ts'
import type { AccountServices } from '../../accounts/create-account.ts'
import type { LoginAttemptRepository } from '../../accounts/login-attempt-repository.ts'
import { readSession } from '../../accounts/read-session.ts'
import type { SessionRepository } from '../../accounts/session-repository.ts'
import type { PlaceLine } from '../../base/place-line.ts'
import type { Database } from '../../database/database.ts'
import { redeemSignInCode } from '../../employees/sign-in-codes.ts'
import { setSessionCookie, type SessionCookie } from '../../http/request-session.ts'
import type { OpenHandler } from '../../http/serve-routes.ts'

type RouteServices = AccountServices & {
  db: Database
  attempts: LoginAttemptRepository
  sessions: SessionRepository
}

/** Starts the session of an employee who has chosen a password by her code. */
export function redeemSignInCodeRoute(
  services: RouteServices,
  line: PlaceLine,
  cookie: SessionCookie,
): OpenHandler {
  return async ({ request, reply }): Promise<RedeemSignInCodeAnswer> => {
    const redeemed = RedeemSignInCode.parse(request.body)
    return await line(async () => {
      const municipality = await request.getMunicipality()
      // A code is used on a phone that she has not signed in on before.
      const from = { municipality, address: request.ip, knownDevice: null }
      const before = await request.findSignedIn()
      const accountId = await redeemSignInCode(services, from, redeemed)
      if (before !== null) await services.sessions.leave(municipality, before, accountId)
      setSessionCookie(reply, cookie, await services.sessions.start(municipality, accountId))
      return await readSession(services.db, municipality, accountId)
    })
  }
}
