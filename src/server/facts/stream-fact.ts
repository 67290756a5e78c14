import { type NamedDocument, documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { EntryId, MunicipalityId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { PersonFact } from '#domain/people/person-fact.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from '../streams/stream-store.ts'

/** A fact as it stands in its stream, or will when a leader has taken it in. */
export type StreamFact =
  | { kind: 'coordinationFact'; fact: CoordinationFact }
  | { kind: 'personFact'; fact: PersonFact }

/** The facts, of these, that stand in their stream and that this build can read. */
export async function findFacts(
  streams: Pick<StreamStore, 'findDocument'>,
  kind: StreamFact['kind'],
  stream: StreamId,
  ids: readonly EntryId[],
): Promise<StreamFact[]> {
  const found: StreamFact[] = []
  for (const id of ids) {
    const stored = await streams.findDocument(stream, id)
    const body = stored === null || stored.deleted ? null : stored.body
    if (kind === 'personFact') {
      const parsed = PersonFact.safeParse(body)
      if (parsed.success) found.push({ kind, fact: parsed.data })
    } else {
      const parsed = CoordinationFact.safeParse(body)
      if (parsed.success) found.push({ kind, fact: parsed.data })
    }
  }
  return found
}

type Place = { municipality: MunicipalityId; world: World }

export function streamOfFact(one: StreamFact, place: Place): StreamId {
  return one.kind === 'coordinationFact'
    ? municipalityStreamOf('coordinationFact', place)
    : zoneStreamOf('personFact', { ...place, zone: one.fact.zone })
}

export function documentOfFact(one: StreamFact): NamedDocument {
  return one.kind === 'coordinationFact'
    ? documentOf('coordinationFact', one.fact)
    : documentOf('personFact', one.fact)
}
