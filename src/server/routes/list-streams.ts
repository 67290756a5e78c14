import type { FastifyInstance } from 'fastify'
import { ListStreams, type ListStreamsAnswer, listStreamsPath } from '#contract/list-streams.ts'
import { World } from '#domain/base/world.ts'
import { streamsOf } from '#domain/streams/stream-access.ts'
import { type StreamId, streamIdOf } from '#domain/streams/stream.ts'
import { withTenant } from '../database/with-tenant.ts'
import { Refused } from '../base/refused.ts'
import { requireSession } from '../http/request-session.ts'
import type { Services } from '../services.ts'
import { requireProtocol } from '../http/sync-message.ts'

/** Answers which streams the employee has; an exercise's only when there is something in it. */
export function listStreamsRoute(server: FastifyInstance, { db, sources }: Services): void {
  server.post(listStreamsPath, async (request): Promise<ListStreamsAnswer> => {
    const asked = ListStreams.parse(requireProtocol(request))
    const { accountId, role, zones, scope } = await requireSession(request)
    if (accountId !== asked.employee) throw new Refused('signInNeeded')
    const employee = { municipality: scope.municipality, role, zones }
    const written = await withTenant(db, scope, (transaction) =>
      transaction.selectFrom('stream').select('streamId').execute(),
    )
    const existing = new Set<StreamId>(written.map(({ streamId }) => streamId))
    return {
      streams: World.options
        .flatMap((world) => streamsOf(employee, world))
        .filter((stream) => stream.world !== 'exercise' || existing.has(streamIdOf(stream)))
        .map(streamIdOf),
      serverTime: sources.now(),
    }
  })
}
