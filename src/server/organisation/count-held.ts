import { sql } from 'kysely'
import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'

export type HeldByZone = { patients: number; notes: number; waiting: number }

/**
 * What would be nobody's without the zone: its patients, what stands in its journal, and what waits for a leader or to be read.
 * The role that keeps accounts reads nothing about patients, so the application's role counts.
 */
export async function countHeldBy(
  db: Database,
  municipality: MunicipalityId,
  zone: ZoneId,
): Promise<HeldByZone> {
  const scope = await systemScope(db, municipality)
  const { rows } = await withTenant(db, scope, (transaction) =>
    sql<HeldByZone>`
      select
        (select count(distinct doc_id)::int from stream_doc
          where zone_id = ${zone} and not deleted and schema like 'patient@%') as patients,
        (select count(*)::int from stream_doc
          where zone_id = ${zone} and not deleted and stream_id like '%/journal') as notes,
        (select count(*)::int from entry_review where zone_id = ${zone} and decision is null)
          + (select count(*)::int from inbox where projected = 'waiting'
            and entry::jsonb -> 'header' ->> 'zone' = ${zone}) as waiting`.execute(transaction),
  )
  const [held] = rows
  if (held === undefined) throw new Error('A count was not answered.')
  return held
}
