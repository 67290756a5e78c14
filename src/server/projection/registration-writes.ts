import type { SignedForm } from '#domain/amendments/amendment-of-note.ts'
import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import { documentOf, type NamedDocument } from '#domain/documents/document-of.ts'
import { bodiesOf, parseBodies, withAges } from '#domain/documents/open-documents.ts'
import {
  municipalityStreamOf,
  type ZoneKind,
  zoneStreamOf,
} from '#domain/documents/stream-of-kind.ts'
import { type RegistrationStep, registrationStep } from '#domain/new-patients/registration-step.ts'
import type { RegistrationTables } from '#domain/new-patients/registered-record.ts'
import { registers } from '#domain/new-patients/registration.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { listAll, readDocuments } from '../streams/read-documents.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import type { DocumentWrite } from '../streams/write-versions.ts'

type Streams = Pick<StreamStore, 'listDocuments' | 'listStreamsWith' | 'findPresence'>
type Place = { municipality: MunicipalityId; world: World; zones: Iterable<ZoneId> }
type Write = { stream: StreamId; write: DocumentWrite }

const patientKinds = ['patient', 'patientDetails', 'protectedDetails'] as const

/** What a signed form leaves of temporary patients: a patient in the classes of her facts, or their removal. */
export async function registrationWrites(
  streams: Streams,
  note: SignedForm,
  place: Place,
): Promise<Write[]> {
  if (!registers(note) && note.withdraws === undefined) return []
  const { municipality, world } = place
  const streamOf = (kind: ZoneKind) => zoneStreamOf(kind, { municipality, world, zone: note.zone })
  const { patients, listAsOf } = await readPatients(streams, streamOf('patient'))
  const step = registrationStep(patients, note, await readTables(streams, place))
  if (step === null || (await isTaken(streams, step, place))) return []
  const put = (kind: ZoneKind, document: NamedDocument): Write => ({
    stream: streamOf(kind),
    write: { kind: 'put', ...document },
  })
  const remove = (kind: ZoneKind, docId: string): Write => ({
    stream: streamOf(kind),
    write: { kind: 'delete', docId },
  })
  // As old as the zone's list for an app that does not know of temporary patients: the list must not look newer by her.
  const asOf = (own: Instant) => (listAsOf === null ? own : null)
  switch (step.kind) {
    case 'withdrawn':
      return patientKinds.map((kind) => remove(kind, step.patient.id))
    case 'remembered': {
      const { patient } = step
      return [put('patient', documentOf('patient', { ...patient, asOf: asOf(patient.asOf) }))]
    }
    case 'registered': {
      const { patient, details, protectedDetails } = step.record
      return [
        put('patient', documentOf('patient', { ...patient, asOf: asOf(patient.asOf) })),
        put('patientDetails', documentOf('patientDetails', details)),
        protectedDetails === null
          ? remove('protectedDetails', patient.id)
          : put('protectedDetails', documentOf('protectedDetails', protectedDetails)),
      ]
    }
  }
}

/** A card that this server cannot read keeps nobody from registering somebody else. */
async function readPatients(streams: Streams, stream: StreamId) {
  const documents = await listAll(streams, stream)
  const { values } = parseBodies('patient', bodiesOf('patient', documents).bodies)
  const { values: patients, listAsOf } = withAges(values, 'patient', documents)
  return { patients, listAsOf }
}

/**
 * Whether a new patient's id is or was somebody else's. Its author chose it: a note must never take the place of a card. Of
 * a patient who was taken back nothing comes again.
 */
async function isTaken(
  streams: Streams,
  step: RegistrationStep,
  { municipality, world, zones }: Place,
): Promise<boolean> {
  if (step.kind !== 'registered' || !isFirst(step.record)) return false
  const { id } = step.record.patient
  const lists = [...zones].map((zone) => zoneStreamOf('patient', { municipality, world, zone }))
  for (const list of lists) if ((await streams.findPresence(list, id)) !== null) return true
  return false
}

function isFirst({ patient: { temporary } }: RosterRecord): boolean {
  return temporary?.entries.length === 1
}

async function readTables(
  streams: Streams,
  { municipality, world }: Place,
): Promise<RegistrationTables> {
  const place = { municipality, world }
  const services = municipalityStreamOf('serviceDefinition', place)
  const kinds = municipalityStreamOf('deviceKind', place)
  return {
    services: (await readDocuments(streams, 'serviceDefinition', services)).values,
    kinds: (await readDocuments(streams, 'deviceKind', kinds)).values,
  }
}
