import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import type { World } from '#domain/base/world.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { type DocumentBodies, rowOf } from '#domain/documents/document-kinds.ts'
import { municipalityStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { writeDocuments } from '../streams/write-documents.ts'

/** What leaders keep in the municipality's stream of contacts. */
export type KeptKind = 'contact' | 'zonePlan'

export type KeepContext = {
  municipality: MunicipalityId
  world: World
  hasher: Hasher
  now: Instant
}

/** Saves a document in the municipality's stream, unless it stands there otherwise than the leader saw it. */
export async function saveAsSeen<Kind extends KeptKind>(
  streams: StreamStore,
  kind: Kind,
  { body, before }: { body: DocumentBodies[Kind]; before: DocumentBodies[Kind] | null },
  { hasher, now, ...place }: KeepContext,
): Promise<Result<DocumentBodies[Kind], 'changedMeanwhile'>> {
  const stream = municipalityStreamOf(kind, place)
  // Held from here to the commit, so that of two leaders who save at once the second one is told.
  await streams.lockHead(stream)
  const document = documentOf(kind, body)
  const found = await streams.findDocument(stream, document.docId)
  const stored = found === null || found.deleted ? null : rowOf(kind).schema.parse(found.body)
  if (canonicalJson(stored) !== canonicalJson(before)) return refused('changedMeanwhile')
  const write = { kind: 'put', ...document } as const
  await writeDocuments(streams, stream, [write], { writer: 'leader', hasher, now })
  return accepted(body)
}
