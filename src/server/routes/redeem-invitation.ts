import type { FastifyInstance } from 'fastify'
import {
  RedeemInvitation,
  redeemInvitationPath,
  type RedeemInvitationAnswer,
} from '#contract/redeem-invitation.ts'
import { redeemInvitation } from '../accounts/invitations.ts'
import { readSession } from '../accounts/read-session.ts'
import { setSessionCookie, type SessionCookie } from '../http/request-session.ts'
import type { Services } from '../services.ts'

/** Makes the first administrator and signs her in. An expired, used or wrong link is not found. */
export function redeemInvitationRoute(
  server: FastifyInstance,
  services: Services,
  cookie: SessionCookie,
): void {
  server.post(redeemInvitationPath, async (request, reply): Promise<RedeemInvitationAnswer> => {
    const redeemed = RedeemInvitation.parse(request.body)
    const municipality = await request.getMunicipality()
    const accountId = await redeemInvitation(services, municipality, redeemed)
    setSessionCookie(reply, cookie, await services.sessions.start(municipality, accountId))
    return await readSession(services.db, municipality, accountId)
  })
}
