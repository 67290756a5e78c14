import type { FastifyInstance } from 'fastify'
import { PullStream, type PullStreamAnswer, pullStreamPath } from '#contract/pull-stream.ts'
import { mayHaveStream } from '#domain/streams/stream-access.ts'
import { findStream } from '#domain/streams/stream.ts'
import { withTenantSnapshot } from '../database/with-tenant.ts'
import { Refused } from '../base/refused.ts'
import { requireSession } from '../http/request-session.ts'
import type { Services } from '../services.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { readStream } from '../streams/read-stream.ts'
import { requireProtocol } from '../http/sync-message.ts'

/** Sends what came to a stream since the device's place in it. The database asks for the right too. */
export function pullStreamRoute(server: FastifyInstance, { db }: Services): void {
  server.post(pullStreamPath, async (request): Promise<PullStreamAnswer> => {
    const pull = PullStream.parse(requireProtocol(request))
    const { role, zones, scope } = await requireSession(request)
    const employee = { municipality: scope.municipality, role, zones }
    const stream = findStream(pull.stream)
    if (stream === null) throw new Refused('notFound')
    if (!mayHaveStream(employee, stream)) throw new Refused('notAllowed')
    return await withTenantSnapshot(db, scope, (transaction) =>
      readStream(postgresStreamStore(transaction), pull),
    )
  })
}
