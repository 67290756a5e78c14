import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { bodiesOf, parseBodies, withAges } from '#domain/documents/open-documents.ts'
import type { DocumentBodies, DocumentKind } from '#domain/documents/document-kinds.ts'
import { type ZoneKind, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { PartRead, PatientPart } from '#domain/patient/patient-part.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamStore } from '../streams/stream-store.ts'

type Streams = Pick<StreamStore, 'findDocument'>
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
): Promise<PartRead> {
  if (part === 'details') {
    const [documents, time] = await Promise.all([
      find(streams, 'patientDetails', place, patientId),
      find(streams, 'detailsTime', place, `details-time-${place.zone}`),
    ])
    const [stored] = parsed('patientDetails', documents)
    if (stored === undefined) return { part, details: null }
    const [details] = withAges([stored], 'patientDetails', time).values
    return { part, details: details ?? null }
  }
  const documents = await find(streams, 'protectedDetails', place, patientId)
  const [hidden] = parsed('protectedDetails', documents)
  return part === 'code'
    ? { part, codes: hidden?.codes ?? [] }
    : { part, address: hidden?.address ?? null, phone: hidden?.phone ?? null }
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
