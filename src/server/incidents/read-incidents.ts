import { countNewer } from '#domain/documents/newer-documents.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { Instant } from '#domain/time/instant.ts'
import { readDocuments } from '../streams/read-documents.ts'
import type { StreamStore } from '../streams/stream-store.ts'

export type KnownIncidents = {
  incidents: readonly Incident[]
  facts: readonly CoordinationFact[]
  /** Whether a newer server has said something of them that this one cannot read. */
  isMoreKnown: boolean
}

/** The incidents of a world, as the server knows them: folded as on the phones. */
export async function readIncidents(
  streams: Pick<StreamStore, 'listDocuments'>,
  place: { municipality: MunicipalityId; world: World },
  now: Instant,
): Promise<KnownIncidents> {
  const stream = municipalityStreamOf('coordinationFact', place)
  const { values: facts, newer } = await readDocuments(streams, 'coordinationFact', stream)
  return { facts, incidents: foldIncidents(facts, now), isMoreKnown: countNewer(newer) > 0 }
}
