import { followedFact, withoutJoined } from '#domain/new-patients/follow-joined.ts'
import { sql } from 'kysely'
import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import {
  type SumGround,
  sumZone,
  type ZoneSums,
  zoneSumsId,
} from '#domain/people/counting/zone-sums.ts'
import type { Instant } from '#domain/time/instant.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { readJoined } from '../streams/read-joined.ts'
import { readAgedDocuments, readDocuments } from '../streams/read-documents.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import type { DocumentWrite } from '../streams/write-versions.ts'

export type SumPlace = { municipality: MunicipalityId; world: World }
type ZonePlace = SumPlace & { zone: ZoneId }

/** Sums a zone for each of the incidents, and answers from when the clock alone makes the sums others; null for never. */
export async function writeZoneSums(
  db: Database,
  place: ZonePlace,
  {
    incidents,
    known,
    now,
  }: { incidents: readonly Incident[]; known: readonly Incident[]; now: Instant },
): Promise<Instant | null> {
  return await inTurn(db, place, async (streams) => {
    const ground = await readGround(streams, place)
    const summed = incidents.map((incident) => sumZone(ground, { incident, known, now }))
    const puts = summed.map(
      ({ sums }) => ({ kind: 'put', ...documentOf('zoneSums', sums) }) as const,
    )
    await write(streams, place, puts, now)
    return (
      summed
        .flatMap(({ nextRedAt }) => nextRedAt ?? [])
        .toSorted()
        .at(0) ?? null
    )
  })
}

/** Removes the sums of what is no incident of the phones any longer, or no zone of one. */
export async function removeZoneSums(
  db: Database,
  place: SumPlace,
  gone: readonly ZoneSums[],
  now: Instant,
): Promise<void> {
  await inTurn(db, place, (streams) =>
    write(
      streams,
      place,
      gone.map((sums) => ({ kind: 'delete', docId: zoneSumsId(sums) })),
      now,
    ),
  )
}

/** One server at a time: what was counted later must not be written over by what was counted before. */
async function inTurn<Value>(
  db: Database,
  { municipality, world }: SumPlace,
  work: (streams: StreamStore) => Promise<Value>,
): Promise<Value> {
  const scope = await systemScope(db, municipality)
  return await withTenant(db, scope, async (transaction) => {
    const name = `sums ${municipality} ${world}`
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
    return await work(postgresStreamStore(transaction))
  })
}

async function readGround(streams: StreamStore, place: ZonePlace): Promise<SumGround> {
  const systems = municipalityStreamOf('serviceDefinition', place)
  const patients = await readAgedDocuments(streams, 'patient', zoneStreamOf('patient', place))
  const facts = await readDocuments(streams, 'personFact', zoneStreamOf('personFact', place))
  const { joined } = await readJoined(streams, place, [place.zone])
  const services = await readDocuments(streams, 'serviceDefinition', systems)
  const kinds = await readDocuments(streams, 'deviceKind', systems)
  return {
    zone: place.zone,
    patients: withoutJoined(patients.values, joined),
    facts: facts.values.map((fact) => followedFact(fact, joined)),
    services: services.values,
    kinds: kinds.values,
    collator: norwegianCollator(),
  }
}

async function write(
  streams: StreamStore,
  place: SumPlace,
  writes: readonly DocumentWrite[],
  now: Instant,
): Promise<void> {
  const stream = municipalityStreamOf('zoneSums', place)
  await writeDocuments(streams, stream, writes, { writer: 'projection', hasher: nodeHasher, now })
}
