import { type Amendment, DetailsAmendment } from '#domain/amendments/amendment.ts'
import { standingAmendments } from '#domain/amendments/standing-amendments.ts'
import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { bodiesOf, parseBodies, withAges } from '#domain/documents/open-documents.ts'
import type { DocumentBodies, DocumentKind } from '#domain/documents/document-kinds.ts'
import { type ZoneKind, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { PartRead } from '#domain/amendments/part-read.ts'
import type { PatientPart } from '#domain/patient/patient-part.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { Instant } from '#domain/time/instant.ts'
import { bothClasses, readAmendments } from '../amendments/read-amendments.ts'
import type { StreamStore } from '../streams/stream-store.ts'

type Streams = Pick<StreamStore, 'findDocument' | 'listDocuments'>
type Place = { municipality: MunicipalityId; world: World; zone: ZoneId }

/** Answers whether the zone's list has the patient. */
export async function isListed(
  streams: Streams,
  place: Place,
  patientId: PatientId,
): Promise<boolean> {
  const stored = await streams.findDocument(zoneStreamOf('patient', place), patientId)
  return stored !== null && !stored.deleted
}

/** Reads one part of one patient, after it has been logged: before, the database shows nothing of it. */
export async function readPart(
  streams: Streams,
  place: Place,
  { patientId, part }: { patientId: PatientId; part: PatientPart },
  now: Instant,
): Promise<PartRead> {
  const found = await readAmendments(streams, place)
  const about = bothClasses(found).filter((one) => one.patientId === patientId)
  const standing = standingAmendments(about, now)
  if (part === 'details') {
    const [documents, time] = await Promise.all([
      find(streams, 'patientDetails', place, patientId),
      find(streams, 'detailsTime', place, `details-time-${place.zone}`),
    ])
    const [stored] = parsed('patientDetails', documents)
    const amendments = standing.filter(isOfDetails)
    if (stored === undefined) return { part, details: null, amendments }
    const [details] = withAges([stored], 'patientDetails', time).values
    return { part, details: details ?? null, amendments }
  }
  const documents = await find(streams, 'protectedDetails', place, patientId)
  const [hidden] = parsed('protectedDetails', documents)
  const ids = new Set(standing.map(({ entryId }) => entryId))
  const signed = found.hidden.filter(({ entryId }) => ids.has(entryId))
  if (part === 'code') {
    const amendments = signed.filter(({ code }) => code !== null)
    return { part, codes: hidden?.codes ?? [], amendments }
  }
  const { address = null, phone = null } = hidden ?? {}
  return { part, address, phone, amendments: signed.filter((one) => one.address !== null) }
}

function isOfDetails(amendment: Amendment): amendment is DetailsAmendment {
  return DetailsAmendment.safeParse(amendment).success
}

async function find(
  streams: Streams,
  kind: ZoneKind,
  place: Place,
  docId: string,
): Promise<StreamDocument[]> {
  const found = await streams.findDocument(zoneStreamOf(kind, place), docId)
  return found === null ? [] : [found]
}

/** A document that cannot be read is a fault: it must not look as if nothing is recorded. */
function parsed<Kind extends DocumentKind>(
  kind: Kind,
  documents: readonly StreamDocument[],
): DocumentBodies[Kind][] {
  const { bodies, outdated, newer } = bodiesOf(kind, documents)
  const { values, damaged } = parseBodies(kind, bodies)
  if (outdated + newer + damaged > 0) throw new Error(`A ${kind} that this server cannot read`)
  return values
}
