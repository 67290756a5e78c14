import { RedeemInvitation, type RedeemInvitationAnswer } from '#contract/redeem-invitation.ts'
import type { AccountServices } from '../accounts/create-account.ts'
import { redeemInvitation } from '../accounts/invitations.ts'
import { readSession } from '../accounts/read-session.ts'
import type { SessionRepository } from '../accounts/session-repository.ts'
import type { Database } from '../database/database.ts'
import type { PlaceLine } from '../base/place-line.ts'
import { setSessionCookie, type SessionCookie } from '../http/request-session.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

/** Creates the first administrator's account and session. An expired, used or wrong link is answered `notFound`. */
export function redeemInvitationRoute(
  services: AccountServices & { db: Database; sessions: SessionRepository },
  line: PlaceLine,
  cookie: SessionCookie,
): OpenHandler {
  return async ({ request, reply }): Promise<RedeemInvitationAnswer> => {
    const redeemed = RedeemInvitation.parse(request.body)
    return await line(async () => {
      const municipality = await request.getMunicipality()
      const accountId = await redeemInvitation(services, municipality, redeemed)
      setSessionCookie(reply, cookie, await services.sessions.start(municipality, accountId))
      return await readSession(services.db, municipality, accountId)
    })
  }
}
