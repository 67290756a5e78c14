import { sql } from 'kysely'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { Database } from '../database/database.ts'

/** Finds the municipality of a host name: the one that has this name, else the one without a name. */
export function findMunicipality(db: Database, hostName: string): Promise<MunicipalityId | null> {
  return db.transaction().execute(async (transaction) => {
    // There is no tenant yet: this role can read host names and nothing else.
    await sql`set local role beredt_directory`.execute(transaction)
    const found = await transaction
      .selectFrom('municipality')
      .select('municipalityId')
      .where((row) => row.or([row('hostName', '=', hostName), row('hostName', 'is', null)]))
      .orderBy('hostName', (order) => order.asc().nullsLast())
      .executeTakeFirst()
    return found?.municipalityId ?? null
  })
}

/** Lists every municipality on this server, for work outside requests. */
export function listMunicipalities(db: Database): Promise<MunicipalityId[]> {
  return db.transaction().execute(async (transaction) => {
    await sql`set local role beredt_directory`.execute(transaction)
    const rows = await transaction
      .selectFrom('municipality')
      .select('municipalityId')
      .orderBy('municipalityId')
      .execute()
    return rows.map(({ municipalityId }) => municipalityId)
  })
}
