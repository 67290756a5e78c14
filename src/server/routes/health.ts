import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

/** Tells a supervisor or load balancer whether the server and its database work. */
export function readHealthRoute({ db }: { db: Database }): OpenHandler {
  return async ({ reply }) => {
    await sql`select 1`.execute(db)
    return reply.header('cache-control', 'no-store').send({ ok: true })
  }
}
