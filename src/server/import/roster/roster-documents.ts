import type { World } from '#domain/base/world.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { PatientDetails } from '#domain/patient/patient-details.ts'
import { Patient } from '#domain/patient/patient.ts'
import { ProtectedDetails } from '#domain/patient/protected-details.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { streamIdOf, type StreamId, type ZoneClass } from '#domain/streams/stream.ts'
import type { StreamStore } from '../../streams/stream-store.ts'
import { writeDocuments, type DocumentWrite } from '../../streams/write-documents.ts'

/** The roster is what the zones' streams hold: there is no second copy that could say something else. */
const rosterClasses = ['critical', 'details', 'protected'] as const satisfies readonly ZoneClass[]

export type RosterPlace = { streams: StreamStore; municipality: MunicipalityId; world: World }

export async function listRoster(
  place: RosterPlace,
  zones: readonly ZoneId[],
): Promise<RosterRecord[]> {
  const records: RosterRecord[] = []
  for (const zone of zones) {
    const patients = await listBodies(place, zone, 'critical', Patient)
    const details = await listBodies(place, zone, 'details', PatientDetails)
    const hidden = await listBodies(place, zone, 'protected', ProtectedDetails)
    const detailsById = new Map(details.map((body) => [body.patientId, body]))
    const hiddenById = new Map(hidden.map((body) => [body.patientId, body]))
    for (const patient of patients) {
      records.push({
        patient,
        details: detailsById.get(patient.id) ?? emptyDetails(patient),
        protectedDetails: hiddenById.get(patient.id) ?? null,
      })
    }
  }
  return records
}

async function listBodies<Body>(
  { streams, municipality, world }: RosterPlace,
  zone: ZoneId,
  name: ZoneClass,
  schema: { parse: (body: unknown) => Body },
): Promise<Body[]> {
  const stream = streamIdOf({ kind: 'zone', municipality, world, zone, class: name })
  const page = { after: 0, limit: mostDocuments, tombstones: 'without' } as const
  const documents = await streams.listDocuments(stream, page)
  return documents.map(({ body }) => schema.parse(body))
}

/** A zone of home care has some hundred people. */
const mostDocuments = 100_000

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
    for (const name of rosterClasses) {
      const stream = streamIdOf({ kind: 'zone', municipality, world, zone, class: name })
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
  const add = (zone: ZoneId, name: ZoneClass, write: DocumentWrite) => {
    const stream = streamIdOf({ kind: 'zone', municipality, world, zone, class: name })
    const documents = writes.get(stream) ?? []
    documents.push(write)
    writes.set(stream, documents)
  }
  for (const record of puts) {
    for (const { name, write } of documentsOf(record)) add(record.patient.zone, name, write)
  }
  for (const { zone, id } of removes) {
    for (const name of rosterClasses) add(zone, name, { kind: 'delete', docId: id })
  }
  for (const [stream, documents] of [...writes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await writeDocuments(streams, stream, documents, tools)
  }
}

function documentsOf({
  patient,
  details,
  protectedDetails,
}: RosterRecord): { name: ZoneClass; write: DocumentWrite }[] {
  const docId = patient.id
  return [
    { name: 'critical', write: { kind: 'put', docId, schema: 'patient@1', body: patient } },
    { name: 'details', write: { kind: 'put', docId, schema: 'patientDetails@1', body: details } },
    {
      name: 'protected',
      write:
        protectedDetails === null
          ? { kind: 'delete', docId }
          : { kind: 'put', docId, schema: 'protectedDetails@1', body: protectedDetails },
    },
  ]
}
