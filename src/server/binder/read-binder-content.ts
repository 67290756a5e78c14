import { ActionCard } from '#domain/cards/action-card.ts'
import type { BinderContent } from '#domain/binder/binder.ts'
import { DeviceKind } from '#domain/patient/device-kind.ts'
import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { PatientDetails } from '#domain/patient/patient-details.ts'
import { Patient } from '#domain/patient/patient.ts'
import { Questionnaire } from '#domain/forms/questionnaire.ts'
import { ServiceDefinition } from '#domain/patient/service.ts'
import { streamIdOf, type MunicipalityClass, type ZoneClass } from '#domain/streams/stream.ts'
import { WorkList } from '#domain/lists/work-list.ts'
import type { World } from '#domain/base/world.ts'
import type { StreamStore } from '../streams/stream-store.ts'

export type BinderPlace = {
  municipality: { id: MunicipalityId; name: string }
  zone: { id: ZoneId; name: string }
  world: World
}

/** Documents asked for at once. */
const pageSize = 500

/** Reads what a zone's binder is printed from, as one snapshot of the database has it. */
export async function readBinderContent(
  streams: Pick<StreamStore, 'listDocuments'>,
  { municipality, zone, world }: BinderPlace,
): Promise<BinderContent> {
  const inMunicipality = { municipality: municipality.id, world }
  const ofZone = (name: ZoneClass) =>
    streamIdOf({ kind: 'zone', ...inMunicipality, zone: zone.id, class: name })
  const ofAll = (name: MunicipalityClass) =>
    streamIdOf({ kind: 'municipality', ...inMunicipality, class: name })

  async function read<Value>(
    stream: Parameters<StreamStore['listDocuments']>[0],
    schema: string,
    type: { parse: (body: unknown) => Value },
  ): Promise<Value[]> {
    const values: Value[] = []
    let after = 0
    while (true) {
      const page = { after, limit: pageSize, tombstones: 'without' } as const
      const documents = await streams.listDocuments(stream, page)
      for (const document of documents) {
        if (document.schema === schema) values.push(type.parse(document.body))
      }
      const last = documents.at(-1)
      if (last === undefined || documents.length < pageSize) return values
      after = last.seq
    }
  }

  return {
    world,
    municipality: municipality.name,
    zone: { id: zone.id, title: zone.name },
    patients: await read(ofZone('critical'), 'patient@1', Patient),
    details: await read(ofZone('details'), 'patientDetails@1', PatientDetails),
    workLists: await read(ofZone('worklists'), 'workList@1', WorkList),
    services: await read(ofAll('systems'), 'serviceDefinition@1', ServiceDefinition),
    deviceKinds: await read(ofAll('systems'), 'deviceKind@1', DeviceKind),
    cards: await read(ofAll('cards'), 'actionCard@1', ActionCard),
    forms: await read(ofAll('forms'), 'questionnaire@1', Questionnaire),
  }
}
