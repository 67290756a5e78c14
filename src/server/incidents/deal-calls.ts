import { followedFact, withoutJoined } from '#domain/new-patients/follow-joined.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { municipalityStreamOf, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import { type CallShares, callSharesId } from '#domain/people/person-fact.ts'
import type { Instant } from '#domain/time/instant.ts'
import { readJoined } from '../streams/read-joined.ts'
import { readAgedDocuments, readDocuments } from '../streams/read-documents.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import type { DocumentWrite } from '../streams/write-versions.ts'
import { type CallGround, calledLists, dealList } from './call-round.ts'
import { type DevicesHeard, lastHeardOf } from './last-heard.ts'
import { readIncidents } from './read-incidents.ts'

export type CallPlace = { municipality: MunicipalityId; world: World; zone: ZoneId }

/**
 * Deals anew who calls whom in a zone, list by list, and answers how many lists have changed. Two servers must not do so
 * at once: each would take the other's shares for what was dealt before.
 */
export async function dealCalls(
  { streams, heard }: { streams: StreamStore; heard: DevicesHeard },
  place: CallPlace,
  { hasher, now }: { hasher: Hasher; now: Instant },
): Promise<number> {
  const people = zoneStreamOf('callShares', place)
  const { values: dealt } = await readDocuments(streams, 'callShares', people)
  const { joined } = await readJoined(streams, place, [place.zone])
  const said = await readDocuments(streams, 'personFact', people)
  const facts = said.values.map((fact) => followedFact(fact, joined))
  const previous = new Map(dealt.map((shares) => [shares.list, shares]))
  const lists = [...new Set([...calledLists(facts), ...previous.keys()])].toSorted(byName)
  if (lists.length === 0) return 0
  const { incidents } = await readIncidents(streams, place, now)
  const { values: patients } = await readAgedDocuments(
    streams,
    'patient',
    zoneStreamOf('patient', place),
  )
  const services = await readDocuments(
    streams,
    'serviceDefinition',
    municipalityStreamOf('serviceDefinition', place),
  )
  const ground: CallGround = {
    zone: place.zone,
    facts,
    incidents,
    patients: withoutJoined(patients, joined),
    services: services.values,
    lastHeardAt: await lastHeardOf(facts, heard),
    collator: norwegianCollator(),
    now,
  }
  const writes = lists.flatMap((list) => changeOf(previous.get(list) ?? null, list, ground))
  if (writes.length === 0) return 0
  return (await writeDocuments(streams, people, writes, { writer: 'projection', hasher, now }))
    .written
}

function changeOf(
  previous: CallShares | null,
  list: PatientListKind,
  ground: CallGround,
): DocumentWrite[] {
  const shares = dealList(previous, list, ground)
  if (shares === previous) return []
  if (shares !== null) return [{ kind: 'put', ...documentOf('callShares', shares) }]
  return previous === null ? [] : [{ kind: 'delete', docId: callSharesId(previous) }]
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1
}
