import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { World } from '#domain/base/world.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import { isKept } from '#domain/people/counting/facts-that-count.ts'
import { type ZoneSums } from '#domain/people/counting/zone-sums.ts'
import { findStream, type StreamId } from '#domain/streams/stream.ts'
import { type Instant, minutesBetween } from '#domain/time/instant.ts'
import type { Database } from '../database/database.ts'
import { systemScope, withTenant } from '../database/with-tenant.ts'
import { postgresStreamStore } from '../streams/postgres-stream-store.ts'
import { readDocuments } from '../streams/read-documents.ts'
import { readIncidents } from './read-incidents.ts'
import { removeZoneSums, type SumPlace, writeZoneSums } from './sum-zone.ts'

/** How often it is looked whether a zone has changed, and how soon after something was written. */
const everyMinutes = 1
const soonestMinutes = 0.25

export type ZoneSumming = {
  /** Something was written into a stream: if it is about an incident, its zones are summed soon. */
  onWritten(stream: StreamId): void
  sumDue(municipality: MunicipalityId): Promise<void>
}

/**
 * Sums the zones of the incidents that the phones have, for those who have not the zones. A zone is counted again when its
 * lists, its people or the incidents have changed, and when the clock turns somebody's row red. Several servers may do it.
 */
export function openZoneSumming(job: {
  db: Database
  now(): Instant
  onFault(fault: unknown): void
}): ZoneSumming {
  const { db, now, onFault } = job
  const written = new Set<MunicipalityId>()
  const lookedAt = new Map<MunicipalityId, Instant>()
  const counted = new Map<StreamId, { of: string; nextRedAt: Instant | null }>()

  function isDue(municipality: MunicipalityId): boolean {
    const last = lookedAt.get(municipality)
    const wait = written.has(municipality) ? soonestMinutes : everyMinutes
    return last === undefined || minutesBetween(last, now()) >= wait
  }

  async function sumWorld(place: SumPlace): Promise<void> {
    const { incidents, facts, sums, seqs } = await readPlace(db, place, now())
    const kept = incidents.filter((incident) => isKept(incident, now()))
    const zones = [...seqs.keys()].filter((zone) => kept.some((one) => isIn(one, zone)))
    for (const zone of zones) {
      const stream = zoneStreamOf('personFact', { ...place, zone })
      const about = kept.filter((one) => isIn(one, zone))
      const of = [seqs.get(zone), versionOf(facts), ...about.map(({ id }) => id)].join(' ')
      const last = counted.get(stream)
      const isRedLater = last?.nextRedAt === null || (last?.nextRedAt ?? '') >= now()
      if (last?.of === of && isRedLater) continue
      try {
        const moment = { incidents: about, known: incidents, now: now() }
        counted.set(stream, { of, nextRedAt: await writeZoneSums(db, { ...place, zone }, moment) })
      } catch (fault) {
        // The sums of other zones must not wait for what is wrong in this one.
        onFault(fault)
      }
    }
    const gone = sums.filter((one) => !kept.some(({ id, area }) => isOf(one, { id, area })))
    if (gone.length > 0) await removeZoneSums(db, place, gone, now())
  }

  return {
    onWritten(id) {
      const stream = findStream(id)
      const isAbout = stream?.class === 'people' || stream?.class === 'coordination'
      if (stream !== null && isAbout) written.add(stream.municipality)
    },
    async sumDue(municipality) {
      if (!isDue(municipality)) return
      written.delete(municipality)
      lookedAt.set(municipality, now())
      for (const world of World.options) await sumWorld({ municipality, world })
    },
  }
}

type Read = {
  incidents: readonly Incident[]
  facts: readonly CoordinationFact[]
  sums: readonly ZoneSums[]
  /** What each zone is counted from, as versions of its streams. */
  seqs: ReadonlyMap<ZoneId, string>
}

async function readPlace(db: Database, place: SumPlace, now: Instant): Promise<Read> {
  const scope = await systemScope(db, place.municipality)
  return await withTenant(db, scope, async (transaction) => {
    const streams = postgresStreamStore(transaction)
    const known = await readIncidents(streams, place, now)
    const coordination = municipalityStreamOf('zoneSums', place)
    const { values: sums } = await readDocuments(streams, 'zoneSums', coordination)
    if (known.incidents.length === 0) return { ...known, sums, seqs: new Map() }
    const rows = await transaction.selectFrom('stream').select(['streamId', 'seq']).execute()
    const seqOf = new Map(rows.map(({ streamId, seq }) => [streamId, seq]))
    const systems = municipalityStreamOf('serviceDefinition', place)
    const seqs = new Map(
      scope.zones.map((zone) => {
        const [patients, people] = [
          zoneStreamOf('patient', { ...place, zone }),
          zoneStreamOf('personFact', { ...place, zone }),
        ]
        return [zone, [systems, patients, people].map((id) => seqOf.get(id) ?? 0).join('.')]
      }),
    )
    return { ...known, sums, seqs }
  })
}

/** Not the stream's own number, which the sums raise too. */
function versionOf(facts: readonly CoordinationFact[]): string {
  const newest = facts
    .map(({ hlc }) => hlc)
    .toSorted()
    .at(-1)
  return `${facts.length}.${newest ?? ''}`
}

function isIn({ area }: Pick<Incident, 'area'>, zone: ZoneId): boolean {
  return area.zones.includes(zone)
}

function isOf({ incident, zone }: ZoneSums, { id, area }: Pick<Incident, 'id' | 'area'>): boolean {
  return incident === id && isIn({ area }, zone)
}
