import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Subject } from '#domain/entries/author-rights.ts'
import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { KnownAuthor } from '../accounts/author-store.ts'
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

/** Whether an author has the zone, or ever had it. */
export function hasHad(known: KnownAuthor | null, zone: ZoneId): boolean {
  return known?.rights.zones.some((held) => held.zone === zone) ?? false
}

/**
 * The zones that are notified that something waits: those of the patient, who must see it. For one who is on no list, the
 * entry's own zone, if it may be notified.
 */
export async function findNotified(
  streams: Pick<StreamStore, 'listStreamsWith'>,
  about: About,
  whom: { subject: Subject; zones: ReadonlySet<ZoneId>; notifiesHome: boolean },
): Promise<ZoneId[]> {
  const { subject, zones, notifiesHome } = whom
  const homes = subject.kind === 'inZone' ? [about.zone] : await findZonesOf(streams, about, zones)
  return homes.length > 0 || !notifiesHome ? homes : [about.zone]
}

/** The zones, of these, whose lists have the patient. */
async function findZonesOf(
  streams: Pick<StreamStore, 'listStreamsWith'>,
  { municipality, world, patientId }: About,
  zones: ReadonlySet<ZoneId>,
): Promise<ZoneId[]> {
  if (patientId === null) return []
  const listOf = (zone: ZoneId) => zoneStreamOf('patient', { municipality, world, zone })
  const found = new Set(await streams.listStreamsWith(patientId, [...zones].map(listOf)))
  return [...zones].filter((zone) => found.has(listOf(zone)))
}
