import { sql } from 'kysely'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import { readZoneDirectory, readZoneStaff } from './read-directory.ts'

/** How often accounts and zones are compared with what the phones have of them. */
const everyMinutes = 1

type Place = { municipality: MunicipalityId; world: World }

/** Keeps on the phones what the zones are called and who works in each. Several servers may do it at once. */
export function openDirectory({ db, world, now }: { db: Database; world: World; now(): Instant }): {
  writeDue(municipality: MunicipalityId): Promise<void>
} {
  const writtenAt = new Map<MunicipalityId, Instant>()
  return {
    async writeDue(municipality) {
      const last = writtenAt.get(municipality)
      if (last !== undefined && minutesBetween(last, now()) < everyMinutes) return
      await writeDirectory(db, { municipality, world }, now())
      writtenAt.set(municipality, now())
    },
  }
}

/** Writes what has changed, in a transaction for each stream, and answers how many documents were written. */
export async function writeDirectory(db: Database, place: Place, now: Instant): Promise<number> {
  const scope = await systemScope(db, place.municipality)
  const named = municipalityStreamOf('zoneDirectory', place)
  let written = await write(named, async (transaction) =>
    documentOf('zoneDirectory', await readZoneDirectory(transaction)),
  )
  for (const zone of scope.zones) {
    const people = zoneStreamOf('zoneStaff', { ...place, zone })
    written += await write(people, async (transaction) =>
      documentOf('zoneStaff', await readZoneStaff(transaction, zone)),
    )
  }
  return written

  function write(
    stream: StreamId,
    read: (transaction: Parameters<typeof readZoneDirectory>[0]) => Promise<NamedDocument>,
  ): Promise<number> {
    return withTenant(db, scope, async (transaction) => {
      // Of two servers the later one reads what the first has seen, or something newer.
      const name = `directory ${stream}`
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
      const document = await read(transaction)
      const context = { writer: 'directory', hasher: nodeHasher, now } as const
      const puts = [{ kind: 'put', ...document } as const]
      return (await writeDocuments(postgresStreamStore(transaction), stream, puts, context)).written
    })
  }
}
