import type { MunicipalityId } from '#domain/base/ids.ts'
import type { IncidentEffects } from '#domain/incidents/incident-effects.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Database } from '../database/database.ts'
import { retireAllAmendments } from '../amendments/retire-all-amendments.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { readEffects } from '../incidents/read-effects.ts'
import { retireAllPeople } from '../incidents/retire-all-people.ts'
import { compactAllStreams } from '../streams/compact-streams.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { retireAllFormerPatients } from '../patients/retire-former-patients.ts'
import { retireAllNotes } from './retire-notes.ts'

/**
 * Removes from a municipality's streams what is old enough, unless a confirmed incident stops it: what colleagues wrote two
 * weeks ago may be all that is known of somebody. Tombstones are what nobody can read, and always go.
 */
export async function tidyStreams(
  db: Database,
  municipality: MunicipalityId,
  now: Instant,
): Promise<IncidentEffects> {
  const scope = await systemScope(db, municipality)
  const effects = await withTenant(db, scope, (transaction) =>
    readEffects(postgresStreamStore(transaction), municipality, now),
  )
  if (!effects.stopsDeletion) {
    await retireAllNotes(db, municipality, now)
    await retireAllAmendments(db, municipality, now)
    await retireAllFormerPatients(db, municipality, now)
    await retireAllPeople(db, municipality, now)
  }
  await compactAllStreams(db, municipality, now)
  return effects
}
