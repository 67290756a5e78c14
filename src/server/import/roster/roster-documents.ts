import { type AgedKind, unknownAge, withoutAge } from '#domain/documents/aged-documents.ts'
import { rowOf } from '#domain/documents/document-kinds.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import type { NewerDocuments } from '#domain/documents/newer-documents.ts'
import { type ZoneKind, zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { World } from '#domain/base/world.ts'
import { isSameJson } from '#domain/base/same-json.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { type ListTimes, type TimesByZone, timesIn } from '#domain/roster/list-times.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { StreamStore } from '../../streams/stream-store.ts'
import { readAgedDocuments, readDocuments } from '../../streams/read-documents.ts'
import { writeDocuments } from '../../streams/write-documents.ts'
import type { DocumentWrite } from '../../streams/write-versions.ts'
import { type ImportTask, throwIfCancelled } from '../task/import-task.ts'
import { workInTurns } from '../task/work-in-turns.ts'

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
): Promise<{ records: RosterRecord[]; times: TimesByZone; newer: NewerDocuments }> {
  const records: RosterRecord[] = []
  const times = new Map<ZoneId, ListTimes>()
  let newer: NewerDocuments = {}
  for (const zone of zones) {
    const place = { municipality, world, zone }
    const read = <Kind extends AgedKind>(kind: Kind) =>
      readAgedDocuments(streams, kind, zoneStreamOf(kind, place))
    const patients = await read('patient')
    const details = await read('patientDetails')
    const kind = 'protectedDetails'
    const hidden = await readDocuments(streams, kind, zoneStreamOf(kind, place))
    times.set(zone, { patients: patients.listAsOf, details: details.listAsOf })
    newer = { ...newer, ...patients.newer, ...details.newer, ...hidden.newer }
    const detailsById = new Map(details.values.map((body) => [body.patientId, body]))
    const hiddenById = new Map(hidden.values.map((body) => [body.patientId, body]))
    for (const patient of patients.values) {
      // Staff registered her: no list has her yet, and none takes her away.
      if (patient.temporary !== undefined) continue
      records.push({
        patient,
        details: detailsById.get(patient.id) ?? emptyDetails(patient),
        protectedDetails: hiddenById.get(patient.id) ?? null,
      })
    }
  }
  return { records, times, newer }
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
  /** Patients who keep their age whatever becomes of the time of their zone's list. */
  standing: readonly RosterRecord[]
  /** Of every zone, as they are and as they shall be. */
  times: { before: TimesByZone; after: TimesByZone }
  /** Further documents of the zones, such as what staff signed since the list. */
  others: readonly { zone: ZoneId; kind: ZoneKind; write: DocumentWrite }[]
}

/**
 * Writes whole patients to their zones' streams with the times of their lists, and takes others out. Call it last in
 * the transaction.
 */
export async function writeRoster(
  { streams, municipality, world }: RosterPlace,
  { puts, removes, standing, times, others }: RosterWrite,
  tools: { hasher: Hasher; now: Instant },
  task: ImportTask,
): Promise<void> {
  const writes = new Map<StreamId, DocumentWrite[]>()
  const add = (zone: ZoneId, kind: ZoneKind, write: DocumentWrite) => {
    const stream = zoneStreamOf(kind, { municipality, world, zone })
    const documents = writes.get(stream) ?? []
    documents.push(write)
    writes.set(stream, documents)
  }
  const touched = new Set([
    ...puts.map(({ patient }) => patient.id),
    ...removes.map(({ id }) => id),
  ])
  const kept = standing.filter(({ patient }) => !touched.has(patient.id))
  await workInTurns(task, 'comparing', [...puts, ...kept], (record) => {
    for (const { kind, write } of writesIn(record, times.after)) {
      add(record.patient.zone, kind, write)
    }
  })
  for (const { zone, id } of removes) {
    for (const kind of rosterKinds) add(zone, kind, { kind: 'delete', docId: id })
  }
  for (const zone of times.after.keys()) {
    const before = timesIn(zone, times.before)
    const after = timesIn(zone, times.after)
    if (after.patients !== before.patients) {
      add(zone, 'listTime', timeWrite('listTime', zone, after.patients))
    }
    if (after.details !== before.details) {
      add(zone, 'detailsTime', timeWrite('detailsTime', zone, after.details))
    }
  }
  for (const { zone, kind, write } of others) add(zone, kind, write)
  const of = [...writes.values()].reduce((sum, documents) => sum + documents.length, 0)
  let done = 0
  for (const [stream, documents] of [...writes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await writeDocuments(streams, stream, documents, {
      ...tools,
      writer: 'import',
      onPart(before) {
        throwIfCancelled(task)
        task.report({ step: 'writing', done: done + before, of })
      },
    })
    done += documents.length
  }
}

/** Whether a patient's documents read otherwise after a write than before it; that a list confirmed them is no difference. */
export function isRewritten(
  before: RosterRecord,
  after: RosterRecord,
  times: RosterWrite['times'],
): boolean {
  return !isSameJson(writesIn(before, times.before), writesIn(after, times.after))
}

function writesIn(record: RosterRecord, times: TimesByZone): ReturnType<typeof writesOf> {
  return writesOf(record, timesIn(record.patient.zone, times))
}

function timeWrite(
  kind: 'listTime' | 'detailsTime',
  zone: ZoneId,
  asOf: Instant | null,
): DocumentWrite {
  return asOf === null
    ? { kind: 'delete', docId: rowOf(kind).docIdOf({ zone, asOf: unknownAge }) }
    : { kind: 'put', ...documentOf(kind, { zone, asOf }) }
}

function writesOf(
  { patient, details, protectedDetails }: RosterRecord,
  times: ListTimes,
): { kind: RosterKind; write: DocumentWrite }[] {
  const stored = documentOf('patient', withoutAge(patient, times.patients))
  const storedDetails = documentOf('patientDetails', withoutAge(details, times.details))
  return [
    { kind: 'patient', write: { kind: 'put', ...stored } },
    { kind: 'patientDetails', write: { kind: 'put', ...storedDetails } },
    {
      kind: 'protectedDetails',
      write:
        protectedDetails === null
          ? { kind: 'delete', docId: patient.id }
          : { kind: 'put', ...documentOf('protectedDetails', protectedDetails) },
    },
  ]
}
