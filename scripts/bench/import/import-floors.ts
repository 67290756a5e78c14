import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import type { Database } from '#server/database/database.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { benchMunicipality } from '../bench-server.ts'
import { cityList } from './hostile-files.ts'

/** Milliseconds of what no import can do without. */
export type ImportFloors = { parse: number; insert: number }

/** More in one query takes PostgreSQL longer. */
const batch = 500

/** Splits a city's list into cells, and writes the documents that were made of it into one plain table, in one transaction. */
export async function measureFloors(db: Database, people: number): Promise<ImportFloors> {
  const { bytes } = cityList(people, 0)
  const parseBefore = performance.now()
  const rows = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => line.split(';'))
  const parse = performance.now() - parseBefore
  if (rows.length < people) throw new Error('The floor lost rows.')

  const bodies = await listBodies(db)
  if (bodies.length < 2 * people) throw new Error('The floor has fewer documents than the import.')
  await sql`create table floor (place integer primary key, body text not null)`.execute(db)
  const insertBefore = performance.now()
  await db.transaction().execute(async (transaction) => {
    for (let from = 0; from < bodies.length; from += batch) {
      const part = bodies.slice(from, from + batch)
      const places = part.map((_, place) => from + place)
      await sql`insert into floor select * from unnest(${places}::integer[], ${part}::text[])`.execute(
        transaction,
      )
    }
  })
  const insert = performance.now() - insertBefore
  await sql`drop table floor`.execute(db)
  return { parse, insert }
}

async function listBodies(db: Database): Promise<string[]> {
  const scope = await systemScope(db, benchMunicipality)
  const rows = await withTenant(db, scope, (transaction) =>
    transaction
      .selectFrom('streamDoc')
      .select('body')
      .where('zoneId', 'is not', null)
      .where('deleted', '=', false)
      .execute(),
  )
  return rows.map(({ body }) => body)
}
