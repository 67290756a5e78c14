import { PullStream, type PullStreamAnswer } from '#contract/pull-stream.ts'
import { mayHaveStream } from '#domain/streams/stream-access.ts'
import { findStream } from '#domain/streams/stream.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import type { Alarm } from '../alarms/alarm-store.ts'
import { postgresAlarmStore } from '../alarms/postgres-alarm-store.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant, withTenantSnapshot } from '../database/with-tenant.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { AnnounceAlarm } from '../alarms/announce-alarm.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { statementSigner } from '../keys/statement-signer.ts'
import { type PullTransactions, answerPull } from '../streams/answer-pull.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { requireProtocol } from '../http/sync-message.ts'

/** Sends what was added to a stream after the device's position in it. The database checks access too. */
export function pullStreamRoute(
  {
    db,
    keys,
    sources,
    signatures,
  }: { db: Database; keys: KeyRing; sources: Sources; signatures: SignatureCheck },
  onAlarm: AnnounceAlarm,
): SignedInHandler {
  return async ({ request, signedIn }): Promise<PullStreamAnswer> => {
    const pull = PullStream.parse(requireProtocol(request))
    const { role, zones, scope, accountId } = signedIn
    const { municipality } = scope
    const stream = findStream(pull.stream)
    if (stream === null) throw new Refused('notFound')
    if (!mayHaveStream({ municipality, role, zones }, stream)) throw new Refused('notAllowed')
    if (pull.part.kind === 'buckets' && pull.part.layout !== null) {
      const { from, buckets } = pull.part.layout
      if (from >= buckets) throw new Refused('unreadable')
    }
    const { signed, signing } = keys.current()
    const tools = {
      signer: statementSigner(signing),
      keySet: signed.keySet,
      trust: { signatures, hasher: nodeHasher },
      now: sources.now(),
    }
    const stored: Alarm[] = []
    const transactions: PullTransactions = {
      read: (work) => withTenantSnapshot(db, scope, (one) => work(postgresStreamStore(one))),
      async write(work) {
        const ofServer = await systemScope(db, municipality)
        return await withTenant(db, ofServer, async (one) => {
          const { store, added } = postgresAlarmStore(one, municipality)
          const value = await work({ streams: postgresStreamStore(one), alarms: store })
          stored.push(...added)
          return value
        })
      },
    }
    const answer = await answerPull(transactions, pull, tools, accountId)
    for (const alarm of stored) onAlarm(municipality, alarm)
    return answer
  }
}
