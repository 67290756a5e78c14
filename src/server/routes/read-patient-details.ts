import {
  ReadPatientDetails,
  type ReadPatientDetailsAnswer,
} from '#contract/read-patient-details.ts'
import { AccessId } from '#domain/base/ids.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'
import { logAccess, refuseBeyondLimit } from '../patients/log-access.ts'
import { isListed, readPart } from '../patients/read-part.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'

/** Sends one part of one patient. The log has it when the part is read, and in the same transaction. */
export function readPatientDetailsRoute({
  db,
  sources,
}: {
  db: Database
  sources: Sources
}): SignedInHandler {
  return async ({ request, reply, signedIn }): Promise<ReadPatientDetailsAnswer> => {
    const asked = ReadPatientDetails.parse(request.body)
    const { accountId, zones, scope } = signedIn
    if (accountId !== asked.employee) throw new Refused('signInNeeded')
    if (!zones.includes(asked.zone)) throw new Refused('notAllowed')
    const now = sources.now()
    const place = { ...asked, municipality: scope.municipality }
    const part = await withTenant(db, scope, async (transaction) => {
      const streams = postgresStreamStore(transaction)
      await refuseBeyondLimit(transaction, accountId, now)
      if (!(await isListed(streams, place, asked.patientId))) throw new Refused('notFound')
      const id = AccessId.parse(sources.newId())
      await logAccess(transaction, scope, asked, { id, at: now })
      return await readPart(streams, place, asked, now)
    })
    reply.header('cache-control', 'no-store')
    request.log.info({ zone: asked.zone, kind: asked.part }, 'part of a patient sent')
    return part
  }
}
