import * as z from 'zod/mini'
import { ActionCard } from '#domain/cards/action-card.ts'
import { DeviceKind } from '#domain/patient/device-kind.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
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
import { WorkList } from '#domain/lists/work-list.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { parsedStream, type StreamSource } from './parsed-stream.ts'
import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import { joinReadings, type Reading } from '#app/bridge/reading.ts'

type ReadStream<Value> = (stream: StreamId) => Promise<Reading<Value[]>>

/** The lists that lie opened on this device, as domain values. They exist in the vault's worker only. */
export function deviceLists(vault: Vault, by: Pick<StreamSource, 'build' | 'onSound'>) {
  const source = { ...by, readStream: vault.streams.read }
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
    municipality ??= (await vault.access.status()).device?.municipality ?? null
    return municipality
  }

  async function inZones<Value>(
    name: ZoneClass,
    choice: ZoneChoice,
    readOne: ReadStream<Value>,
  ): Promise<Reading<Value[]>> {
    const [municipality, unlocked] = await Promise.all([
      findMunicipality(),
      vault.access.findUnlocked(),
    ])
    if (unlocked === null || municipality === null) return { kind: 'locked' }
    const zones = unlocked.profile.zones.filter(({ id }) => choice === null || id === choice)
    return joinReadings(
      await Promise.all(
        zones.map(({ id }) =>
          readOne(streamIdOf({ kind: 'zone', municipality, world: 'real', zone: id, class: name })),
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
    return readOne(streamIdOf({ kind: 'municipality', municipality, world: 'real', class: name }))
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
    listProtected: (zone: ZoneChoice) => inZones('protected', zone, read.protectedDetails),
  }
}

export type DeviceLists = ReturnType<typeof deviceLists>
