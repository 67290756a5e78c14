import type { ReadBodies } from '#domain/documents/open-documents.ts'
import {
  type MunicipalityKind,
  municipalityStreamOf,
  type ZoneKind,
  zoneStreamOf,
} from '#domain/documents/stream-of-kind.ts'
import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { ProtectedDetails } from '#domain/patient/protected-details.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { Vault } from '#storage/vault/vault.ts'
import { agedStream, parsedStream, type StreamSource } from './parsed-stream.ts'
import { joinReadings, mapReading, type Reading } from '#app/bridge/reading.ts'

/** Of which zones: one, or all that the unlocked employee has. */
export type ZoneChoice = ZoneId | null

type ReadStream<Value> = (stream: StreamId) => Promise<Reading<Value[]>>

/** What lies opened on this device, as domain values. It exists in the vault's worker only. */
export function deviceReader(vault: Vault, by: Pick<StreamSource, 'build' | 'onSound'>) {
  const source = { ...by, readStream: vault.readStream }
  const read: { [Kind in keyof ReadBodies]: ReadStream<ReadBodies[Kind]> } = {
    patient: agedStream(source, 'patient'),
    patientDetails: agedStream(source, 'patientDetails'),
    protectedDetails: parsedStream(source, 'protectedDetails'),
    workList: parsedStream(source, 'workList'),
    note: parsedStream(source, 'note'),
    actionCard: parsedStream(source, 'actionCard'),
    questionnaire: parsedStream(source, 'questionnaire'),
    serviceDefinition: parsedStream(source, 'serviceDefinition'),
    deviceKind: parsedStream(source, 'deviceKind'),
  }

  let municipality: MunicipalityId | null = null
  /** Null before the first enrolment; from then on always the same. */
  async function findMunicipality(): Promise<MunicipalityId | null> {
    municipality ??= (await vault.status()).device?.municipality ?? null
    return municipality
  }

  async function inZones<Kind extends ZoneKind & keyof ReadBodies>(
    kind: Kind,
    choice: ZoneChoice,
  ): Promise<Reading<ReadBodies[Kind][]>> {
    const [municipality, unlocked] = await Promise.all([findMunicipality(), vault.findUnlocked()])
    if (unlocked === null || municipality === null) return { kind: 'locked' }
    const zones = unlocked.profile.zones.filter(({ id }) => choice === null || id === choice)
    return joinReadings(
      await Promise.all(
        zones.map(({ id }) =>
          read[kind](zoneStreamOf(kind, { municipality, world: 'real', zone: id })),
        ),
      ),
    )
  }

  async function municipal<Kind extends MunicipalityKind>(
    kind: Kind,
  ): Promise<Reading<ReadBodies[Kind][]>> {
    const municipality = await findMunicipality()
    if (municipality === null) return { kind: 'none' }
    return read[kind](municipalityStreamOf(kind, { municipality, world: 'real' }))
  }

  return {
    listPatients: (zone: ZoneChoice) => inZones('patient', zone),
    listDetails: (zone: ZoneChoice) => inZones('patientDetails', zone),
    listWorkLists: (zone: ZoneChoice) => inZones('workList', zone),
    listNotes: (zone: ZoneChoice) => inZones('note', zone),
    listCards: () => municipal('actionCard'),
    listForms: () => municipal('questionnaire'),
    listServices: () => municipal('serviceDefinition'),
    listDeviceKinds: () => municipal('deviceKind'),

    /** Null for a patient whom no zone of this employee has. */
    async findPatient(id: PatientId): Promise<Reading<Patient | null>> {
      return mapReading(
        await inZones('patient', null),
        (patients) => patients.find((patient) => patient.id === id) ?? null,
      )
    },

    async findDetails(id: PatientId, zone: ZoneId): Promise<Reading<PatientDetails | null>> {
      return mapReading(
        await inZones('patientDetails', zone),
        (all) => all.find(({ patientId }) => patientId === id) ?? null,
      )
    },

    /** `none` when the server never gave this employee the zone's protected class. */
    async findProtected(id: PatientId, zone: ZoneId): Promise<Reading<ProtectedDetails | null>> {
      return mapReading(
        await inZones('protectedDetails', zone),
        (all) => all.find(({ patientId }) => patientId === id) ?? null,
      )
    },
  }
}

export type DeviceReader = ReturnType<typeof deviceReader>
