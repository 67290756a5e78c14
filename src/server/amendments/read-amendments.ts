import type {
  Amendment,
  DetailsAmendment,
  OpenAmendment,
  ProtectedAmendment,
} from '#domain/amendments/amendment.ts'
import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import type { NewerDocuments } from '#domain/documents/newer-documents.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { readDocuments } from '../streams/read-documents.ts'
import type { StreamStore } from '../streams/stream-store.ts'

export type AmendmentPlace = { municipality: MunicipalityId; world: World; zone: ZoneId }

/** All amendments that a zone's streams hold, also those that do not stand any more. */
export type ZoneAmendments = {
  open: OpenAmendment[]
  details: DetailsAmendment[]
  hidden: ProtectedAmendment[]
  newer: NewerDocuments
}

/** Reads what its caller's role lets the database show. */
export async function readAmendments(
  streams: Pick<StreamStore, 'listDocuments'>,
  place: AmendmentPlace,
): Promise<ZoneAmendments> {
  const { open, details, newer } = await readOpenAmendments(streams, place)
  const hidden = await readDocuments(
    streams,
    'protectedAmendment',
    zoneStreamOf('protectedAmendment', place),
  )
  return { open, details, hidden: hidden.values, newer: { ...newer, ...hidden.newer } }
}

/** The same without what is protected, for what may be printed. */
export async function readOpenAmendments(
  streams: Pick<StreamStore, 'listDocuments'>,
  place: AmendmentPlace,
): Promise<Omit<ZoneAmendments, 'hidden'>> {
  const open = await readDocuments(streams, 'amendment', zoneStreamOf('amendment', place))
  const details = await readDocuments(
    streams,
    'detailsAmendment',
    zoneStreamOf('detailsAmendment', place),
  )
  return {
    open: open.values,
    details: details.values,
    newer: { ...open.newer, ...details.newer },
  }
}

export function bothClasses({
  open,
  details,
}: Pick<ZoneAmendments, 'open' | 'details'>): Amendment[] {
  return [...open, ...details]
}

/** A document of an amendment, and the zone in which it lies. */
export type AmendmentDocument =
  | { kind: 'amendment'; zone: ZoneId; body: OpenAmendment }
  | { kind: 'detailsAmendment'; zone: ZoneId; body: DetailsAmendment }
  | { kind: 'protectedAmendment'; zone: ZoneId; body: ProtectedAmendment }

/** The same of several zones, as documents that know where they lie. */
export async function listAmendments(
  {
    streams,
    ...place
  }: Omit<AmendmentPlace, 'zone'> & { streams: Pick<StreamStore, 'listDocuments'> },
  zones: readonly ZoneId[],
): Promise<{ documents: AmendmentDocument[]; newer: NewerDocuments }> {
  const documents: AmendmentDocument[] = []
  let newer: NewerDocuments = {}
  for (const zone of zones) {
    const found = await readAmendments(streams, { ...place, zone })
    documents.push(...documentsIn(zone, found))
    newer = { ...newer, ...found.newer }
  }
  return { documents, newer }
}

export function documentsIn(
  zone: ZoneId,
  { open, details, hidden }: ZoneAmendments,
): AmendmentDocument[] {
  return [
    ...open.map((body) => ({ kind: 'amendment', zone, body }) as const),
    ...details.map((body) => ({ kind: 'detailsAmendment', zone, body }) as const),
    ...hidden.map((body) => ({ kind: 'protectedAmendment', zone, body }) as const),
  ]
}

export function namedDocument(one: AmendmentDocument): NamedDocument {
  switch (one.kind) {
    case 'amendment':
      return documentOf(one.kind, { ...one.body, zone: one.zone })
    case 'detailsAmendment':
      return documentOf(one.kind, { ...one.body, zone: one.zone })
    case 'protectedAmendment':
      return documentOf(one.kind, one.body)
  }
}

export function streamOfAmendment(
  { kind, zone }: Pick<AmendmentDocument, 'kind' | 'zone'>,
  { municipality, world }: Omit<AmendmentPlace, 'zone'>,
): StreamId {
  return zoneStreamOf(kind, { municipality, world, zone })
}
