import { ListStreams, type ListStreamsAnswer } from '#contract/list-streams.ts'
import { World } from '#domain/base/world.ts'
import { streamsOf } from '#domain/streams/stream-access.ts'
import { type StreamId, streamIdOf } from '#domain/streams/stream.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import { requireProtocol } from '../http/sync-message.ts'

/** Answers which streams the employee has; those of the exercise only when something has been written to them. */
export function listStreamsRoute({
  db,
  sources,
}: {
  db: Database
  sources: Sources
}): SignedInHandler {
  return async ({ request, signedIn }): Promise<ListStreamsAnswer> => {
    const query = ListStreams.parse(requireProtocol(request))
    const { accountId, role, zones, scope } = signedIn
    if (accountId !== query.employee) throw new Refused('signInNeeded')
    const employee = { municipality: scope.municipality, role, zones }
    const { deviceId } = query
    const serverTime = sources.now()
    const written = await withTenant(db, scope, async (transaction) => {
      // The device pushed before it asks: what is written from here on may know of what the employee lost before.
      const inbox = postgresInboxStore(transaction, scope.municipality)
      await inbox.recordContact({ deviceId, employeeId: accountId, at: serverTime })
      return await transaction.selectFrom('stream').select('streamId').execute()
    })
    const existing = new Set<StreamId>(written.map(({ streamId }) => streamId))
    return {
      streams: World.options
        .flatMap((world) => streamsOf(employee, world))
        .filter((stream) => stream.world !== 'exercise' || existing.has(streamIdOf(stream)))
        .map(streamIdOf),
      serverTime,
    }
  }
}
