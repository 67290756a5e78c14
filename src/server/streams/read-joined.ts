import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { NewerDocuments } from '#domain/documents/newer-documents.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import {
  joinedPatients,
  type JoinedPatients,
  type PatientLink,
} from '#domain/new-patients/patient-link.ts'
import { readDocuments } from './read-documents.ts'
import type { StreamStore } from './stream-store.ts'

/**
 * Which temporary patients of some zones are one with somebody of a list of these. Of whom another zone's list has, the
 * temporary patient stays: nobody else of this zone would be she.
 */
export async function readJoined(
  streams: Pick<StreamStore, 'listDocuments'>,
  { municipality, world }: { municipality: MunicipalityId; world: World },
  zones: readonly ZoneId[],
): Promise<{ joined: JoinedPatients; newer: NewerDocuments }> {
  const links: PatientLink[] = []
  let newer: NewerDocuments = {}
  for (const zone of zones) {
    const stream = zoneStreamOf('patientLink', { municipality, world, zone })
    const read = await readDocuments(streams, 'patientLink', stream)
    links.push(...read.values)
    newer = { ...newer, ...read.newer }
  }
  const all = [...joinedPatients(links)]
  return { joined: new Map(all.filter(([, one]) => zones.includes(one.patientZone))), newer }
}
