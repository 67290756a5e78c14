import { PullStream, type PullStreamAnswer } from '#contract/pull-stream.ts'
import { mayHaveStream } from '#domain/streams/stream-access.ts'
import { findStream } from '#domain/streams/stream.ts'
import type { Database } from '../database/database.ts'
import { withTenantSnapshot } from '../database/with-tenant.ts'
import { Refused } from '../base/refused.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { readStream } from '../streams/read-stream.ts'
import { requireProtocol } from '../http/sync-message.ts'

/** Sends what was added to a stream after the device's position in it. The database checks access too. */
export function pullStreamRoute({ db }: { db: Database }): SignedInHandler {
  return async ({ request, signedIn }): Promise<PullStreamAnswer> => {
    const pull = PullStream.parse(requireProtocol(request))
    const { role, zones, scope } = signedIn
    const employee = { municipality: scope.municipality, role, zones }
    const stream = findStream(pull.stream)
    if (stream === null) throw new Refused('notFound')
    if (!mayHaveStream(employee, stream)) throw new Refused('notAllowed')
    return await withTenantSnapshot(db, scope, (transaction) =>
      readStream(postgresStreamStore(transaction), pull),
    )
  }
}
