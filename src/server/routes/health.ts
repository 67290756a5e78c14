import { millisecondsFromInstant } from '#domain/time/instant.ts'
import type { Sources } from '../base/sources.ts'
import { openStoreProbe } from '../database/cannot-store.ts'
import type { Database } from '../database/database.ts'
import { refusedToStore } from '../http/error-handler.ts'
import type { OpenHandler } from '../http/serve-routes.ts'

/** Tells a supervisor or load balancer whether the server and its database work: whether they answer, and whether they store. */
export function readHealthRoute({ db, sources }: { db: Database; sources: Sources }): OpenHandler {
  const probe = openStoreProbe(db, () => millisecondsFromInstant(sources.now()))
  return async ({ reply }) => {
    const reason = await probe()
    if (reason !== null) throw refusedToStore(reason)
    return reply.header('cache-control', 'no-store').send({ ok: true })
  }
}
