import * as z from 'zod/mini'
import { ActionCard } from '#domain/cards/action-card.ts'
import { DeviceKind } from '#domain/patient/device-kind.ts'
import type { MunicipalityId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { Note } from '#domain/entries/note.ts'
import { PatientDetails } from '#domain/patient/patient-details.ts'
import { Patient } from '#domain/patient/patient.ts'
import { ProtectedDetails } from '#domain/patient/protected-details.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'
import { ServiceDefinition } from '#domain/patient/service.ts'
import {
  type MunicipalityClass,
  type StreamId,
  streamIdOf,
  type ZoneClass,
} from '#domain/streams/stream.ts'
import type { World } from '#domain/base/world.ts'
import { WorkList } from '#domain/lists/work-list.ts'
import type { Vault } from '#storage/vault/vault.ts'
import { parsedStream, type StreamSource } from './parsed-stream.ts'
import { joinReadings, mapReading, type Reading } from '#app/bridge/reading.ts'

/** Of which zones: one, or all that the unlocked employee has. */
export type ZoneChoice = ZoneId | null

type ReadStream<Value> = (stream: StreamId) => Promise<Reading<Value[]>>

/** What lies opened on this device, as domain values. It exists in the vault's worker only. */
export function deviceReader(
  vault: Vault,
  { world, ...by }: Pick<StreamSource, 'build' | 'onSound'> & { world: World },
) {
  const source = { ...by, readStream: vault.readStream }
  const parsed = <Value>(name: string, schema: z.ZodMiniType<Value>) =>
    parsedStream(source, name, schema)
  const read = {
    patients: parsed('patient@1', Patient),
    details: parsed('patientDetails@1', PatientDetails),
    protectedDetails: parsed('protectedDetails@1', ProtectedDetails),
    workLists: parsed('workList@1', WorkList),
    notes: parsed('note@1', Note),
    cards: parsed('actionCard@1', ActionCard),
    forms: parsed('questionnaire@1', Questionnaire),
    services: parsed('serviceDefinition@1', ServiceDefinition),
    deviceKinds: parsed('deviceKind@1', DeviceKind),
  }

  let municipality: MunicipalityId | null = null
  /** Null before the first enrolment; from then on always the same. */
  async function findMunicipality(): Promise<MunicipalityId | null> {
    municipality ??= (await vault.status()).device?.municipality ?? null
    return municipality
  }

  async function inZones<Value>(
    name: ZoneClass,
    choice: ZoneChoice,
    readOne: ReadStream<Value>,
  ): Promise<Reading<Value[]>> {
    const [municipality, unlocked] = await Promise.all([findMunicipality(), vault.findUnlocked()])
    if (unlocked === null || municipality === null) return { kind: 'locked' }
    const zones = unlocked.profile.zones.filter(({ id }) => choice === null || id === choice)
    return joinReadings(
      await Promise.all(
        zones.map(({ id }) =>
          readOne(streamIdOf({ kind: 'zone', municipality, world, zone: id, class: name })),
        ),
      ),
    )
  }

  async function municipal<Value>(
    name: MunicipalityClass,
    readOne: ReadStream<Value>,
  ): Promise<Reading<Value[]>> {
    const municipality = await findMunicipality()
    if (municipality === null) return { kind: 'none' }
    return readOne(streamIdOf({ kind: 'municipality', municipality, world, class: name }))
  }

  return {
    listPatients: (zone: ZoneChoice) => inZones('critical', zone, read.patients),
    listDetails: (zone: ZoneChoice) => inZones('details', zone, read.details),
    listWorkLists: (zone: ZoneChoice) => inZones('worklists', zone, read.workLists),
    listNotes: (zone: ZoneChoice) => inZones('journal', zone, read.notes),
    listCards: () => municipal('cards', read.cards),
    listForms: () => municipal('forms', read.forms),
    listServices: () => municipal('systems', read.services),
    listDeviceKinds: () => municipal('systems', read.deviceKinds),

    /** Null for a patient whom no zone of this employee has. */
    async findPatient(id: PatientId): Promise<Reading<Patient | null>> {
      return mapReading(
        await inZones('critical', null, read.patients),
        (patients) => patients.find((patient) => patient.id === id) ?? null,
      )
    },

    async findDetails(id: PatientId, zone: ZoneId): Promise<Reading<PatientDetails | null>> {
      return mapReading(
        await inZones('details', zone, read.details),
        (all) => all.find(({ patientId }) => patientId === id) ?? null,
      )
    },

    /** `none` when the server never gave this employee the zone's protected class. */
    async findProtected(id: PatientId, zone: ZoneId): Promise<Reading<ProtectedDetails | null>> {
      return mapReading(
        await inZones('protected', zone, read.protectedDetails),
        (all) => all.find(({ patientId }) => patientId === id) ?? null,
      )
    },
  }
}

export type DeviceReader = ReturnType<typeof deviceReader>
