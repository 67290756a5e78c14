import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Services } from '../services.ts'

/** Alive, with its database: what a supervisor or a load balancer asks. */
export function healthRoute(server: FastifyInstance, { db }: Services): void {
  server.get('/healthz', async (_request, reply) => {
    await sql`select 1`.execute(db)
    return reply.header('cache-control', 'no-store').send({ ok: true })
  })
}
