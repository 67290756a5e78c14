import type { FastifyReply, FastifyRequest } from 'fastify'
import { routes } from '#contract/routes.ts'
import type { SessionCookie } from './request-session.ts'

export function readKnownDeviceCookie(
  request: FastifyRequest,
  cookie: SessionCookie,
): string | undefined {
  return request.cookies[cookieName(cookie)]
}

/** Sent with sign-ins and nothing else. A browser keeps no cookie for more than 400 days. */
export function setKnownDeviceCookie(
  reply: FastifyReply,
  cookie: SessionCookie,
  value: string,
): void {
  reply.setCookie(cookieName(cookie), value, {
    path: routes.signIn.path,
    httpOnly: true,
    sameSite: 'strict',
    secure: cookie.secure,
    maxAge: 400 * 24 * 60 * 60,
  })
}

function cookieName({ secure }: SessionCookie): string {
  return secure ? '__Secure-beredt-known' : 'beredt-known'
}
