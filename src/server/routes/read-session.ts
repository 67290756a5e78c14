import type { FastifyInstance } from 'fastify'
import { type Session, sessionPath } from '#contract/read-session.ts'
import { readSession } from '../accounts/read-session.ts'
import { requireSession } from '../http/request-session.ts'
import type { Services } from '../services.ts'

export function readSessionRoute(server: FastifyInstance, { db }: Services): void {
  server.get(sessionPath, async (request): Promise<Session> => {
    const { accountId, scope } = await requireSession(request)
    return await readSession(db, scope.municipality, accountId)
  })
}
