import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import type { Database } from '#server/database/database.ts'
import { manyDetails, manyPatients } from '../page/people.ts'
import { cityList } from './hostile-files.ts'

/** Milliseconds of what no import can do without. */
export type ImportFloors = { parse: number; insert: number }

/** Splits a city's list into cells, and writes as many documents as it has into one plain table, in one transaction. */
export async function measureFloors(db: Database, people: number): Promise<ImportFloors> {
  const { bytes } = cityList(people, 0)
  const parseBefore = performance.now()
  const rows = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => line.split(';'))
  const parse = performance.now() - parseBefore
  if (rows.length < people) throw new Error('The floor lost rows.')

  const bodies = [...manyPatients(people), ...manyDetails(people)].map((body) =>
    JSON.stringify(body),
  )
  const places = bodies.map((_, place) => place)
  await sql`create table floor (place integer primary key, body text not null)`.execute(db)
  const insertBefore = performance.now()
  await sql`insert into floor select * from unnest(${places}::integer[], ${bodies}::text[])`.execute(
    db,
  )
  const insert = performance.now() - insertBefore
  await sql`drop table floor`.execute(db)
  return { parse, insert }
}
