import { sql } from 'kysely'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { Database } from '../database/database.ts'

/** Which municipality a host name means: the one that has it, else the one that has none. */
export function findMunicipality(db: Database, hostName: string): Promise<MunicipalityId | null> {
  return db.transaction().execute(async (transaction) => {
    // There is no tenant yet: this role reads names of hosts and nothing else.
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

/** Every municipality on this server, for work that no request asks for. */
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
