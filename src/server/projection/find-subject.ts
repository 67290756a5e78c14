import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Subject } from '#domain/entries/author-rights.ts'
import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { StreamStore } from '../streams/stream-store.ts'

type About = {
  municipality: MunicipalityId
  world: World
  zone: ZoneId
  /** Null for the zone's own logs. */
  patientId: PatientId | null
}

export async function findSubject(
  streams: Pick<StreamStore, 'findPresence'>,
  { patientId, ...place }: About,
): Promise<Subject> {
  if (patientId === null) return { kind: 'zoneItself' }
  const found = await streams.findPresence(zoneStreamOf('patient', place), patientId)
  if (found === null) return { kind: 'unknown' }
  return found.endedAt === null ? { kind: 'inZone' } : { kind: 'left', at: found.endedAt }
}

/** The zones, of these, whose lists have the patient. */
export async function findZonesOf(
  streams: Pick<StreamStore, 'listStreamsWith'>,
  { municipality, world, patientId }: About,
  zones: ReadonlySet<ZoneId>,
): Promise<ZoneId[]> {
  if (patientId === null) return []
  const listOf = (zone: ZoneId) => zoneStreamOf('patient', { municipality, world, zone })
  const found = new Set(await streams.listStreamsWith(patientId, [...zones].map(listOf)))
  return [...zones].filter((zone) => found.has(listOf(zone)))
}
