import { documentOf } from '#domain/documents/document-of.ts'
import type { NewerDocuments } from '#domain/documents/newer-documents.ts'
import { type ZoneKind, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { World } from '#domain/base/world.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from '../../streams/stream-store.ts'
import { readDocuments } from '../../streams/read-documents.ts'
import { writeDocuments } from '../../streams/write-documents.ts'
import type { DocumentWrite } from '../../streams/write-versions.ts'

/** The roster is what the zones' streams hold: there is no second copy that could say something else. */
const rosterKinds = [
  'patient',
  'patientDetails',
  'protectedDetails',
] as const satisfies readonly ZoneKind[]
type RosterKind = (typeof rosterKinds)[number]

export type RosterPlace = { streams: StreamStore; municipality: MunicipalityId; world: World }

export async function listRoster(
  { streams, municipality, world }: RosterPlace,
  zones: readonly ZoneId[],
): Promise<{ records: RosterRecord[]; newer: NewerDocuments }> {
  const records: RosterRecord[] = []
  let newer: NewerDocuments = {}
  for (const zone of zones) {
    const read = <Kind extends RosterKind>(kind: Kind) =>
      readDocuments(streams, kind, zoneStreamOf(kind, { municipality, world, zone }))
    const patients = await read('patient')
    const details = await read('patientDetails')
    const hidden = await read('protectedDetails')
    newer = { ...newer, ...patients.newer, ...details.newer, ...hidden.newer }
    const detailsById = new Map(details.values.map((body) => [body.patientId, body]))
    const hiddenById = new Map(hidden.values.map((body) => [body.patientId, body]))
    for (const patient of patients.values) {
      records.push({
        patient,
        details: detailsById.get(patient.id) ?? emptyDetails(patient),
        protectedDetails: hiddenById.get(patient.id) ?? null,
      })
    }
  }
  return { records, newer }
}

function emptyDetails({ id, asOf }: Patient): PatientDetails {
  return {
    patientId: id,
    personalNumber: null,
    gender: null,
    diagnoses: [],
    resuscitation: null,
    nutrition: null,
    pharmacy: null,
    medications: [],
    medicationsReviewedOn: null,
    asOf,
  }
}

/** How far each of the roster's streams has come: the same answer means that nobody has changed it meanwhile. */
export async function rosterHeads(
  { streams, municipality, world }: RosterPlace,
  zones: readonly ZoneId[],
): Promise<Record<StreamId, number>> {
  const heads: Record<StreamId, number> = {}
  for (const zone of zones) {
    for (const kind of rosterKinds) {
      const stream = zoneStreamOf(kind, { municipality, world, zone })
      heads[stream] = (await streams.findHead(stream))?.seq ?? 0
    }
  }
  return heads
}

export type RosterWrite = {
  puts: readonly RosterRecord[]
  removes: readonly { zone: ZoneId; id: PatientId }[]
}

/** Writes whole patients to their zones' streams, and takes others out. Call it last in the transaction. */
export async function writeRoster(
  { streams, municipality, world }: RosterPlace,
  { puts, removes }: RosterWrite,
  tools: { hasher: Hasher; now: Instant },
): Promise<void> {
  const writes = new Map<StreamId, DocumentWrite[]>()
  const add = (zone: ZoneId, kind: RosterKind, write: DocumentWrite) => {
    const stream = zoneStreamOf(kind, { municipality, world, zone })
    const documents = writes.get(stream) ?? []
    documents.push(write)
    writes.set(stream, documents)
  }
  for (const record of puts) {
    for (const { kind, write } of writesOf(record)) add(record.patient.zone, kind, write)
  }
  for (const { zone, id } of removes) {
    for (const kind of rosterKinds) add(zone, kind, { kind: 'delete', docId: id })
  }
  for (const [stream, documents] of [...writes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await writeDocuments(streams, stream, documents, { ...tools, writer: 'import' })
  }
}

function writesOf({
  patient,
  details,
  protectedDetails,
}: RosterRecord): { kind: RosterKind; write: DocumentWrite }[] {
  return [
    { kind: 'patient', write: { kind: 'put', ...documentOf('patient', patient) } },
    { kind: 'patientDetails', write: { kind: 'put', ...documentOf('patientDetails', details) } },
    {
      kind: 'protectedDetails',
      write:
        protectedDetails === null
          ? { kind: 'delete', docId: patient.id }
          : { kind: 'put', ...documentOf('protectedDetails', protectedDetails) },
    },
  ]
}
