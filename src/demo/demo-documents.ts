import type { World } from '#domain/base/world.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { Stream, ZoneClass } from '#domain/streams/stream.ts'
import type { WorkList } from '#domain/lists/work-list.ts'
import { withoutAge } from '#domain/documents/aged-documents.ts'
import { type NamedDocument, documentOf } from '#domain/documents/document-of.ts'
import { defaultStreams } from '#content/default-documents.ts'
import { demoMunicipalityContacts } from './demo-municipality-contacts.ts'
import { demoZonePlans } from './demo-zone-plans.ts'
import { demoPhones } from './demo-people.ts'
import { demoRecord } from './demo-record.ts'
import { demoWorkLists } from './demo-work-lists.ts'
import { type DemoZone, demoZonePlaces } from './demo-zones.ts'
import { drawnRecords } from './drawn-records.ts'

/** One stream of the synthetic municipality, and its documents. */
export type DemoStream = { stream: Stream; documents: NamedDocument[] }

const patientsInZone = 67

/** The seed for `npm start`: with it every zone has a P1, and one P1 has a protected address. */
export const demoRandomSeed = 2

/**
 * Makes the whole synthetic municipality: the same for the same seed, moment and words. About 400
 * patients in six zones; nobody in it exists.
 */
export function demoDocuments({
  municipality,
  world,
  seed,
  asOf,
}: {
  municipality: MunicipalityId
  world: World
  seed: number
  asOf: Instant
}): DemoStream[] {
  const zones = demoZoneRecords({ seed, asOf })
  return [
    ...defaultStreams({
      municipality,
      world,
      contacts: demoMunicipalityContacts(asOf),
      zonePlans: demoZonePlans(asOf),
    }),
    ...zones.flatMap(({ zone, records }, place) =>
      zoneStreams({
        municipality,
        world,
        zone,
        records,
        workLists: demoWorkLists(records, { seed: seed + place, asOf }),
        asOf,
      }),
    ),
  ]
}

/** Makes the patients, zone by zone. */
export function demoZoneRecords({
  seed,
  asOf,
}: {
  seed: number
  asOf: Instant
}): { zone: DemoZone; records: RosterRecord[] }[] {
  const context = { seed, asOf, phones: demoPhones() }
  return demoZonePlaces.map((zone, place) => {
    const drawn = zone.id === 'nord-2' ? drawnRecords(asOf) : []
    const made = Array.from({ length: patientsInZone - drawn.length }, (_, index) =>
      demoRecord(zone, place * 100 + index + 1, context),
    )
    return { zone, records: [...drawn, ...made] }
  })
}

function zoneStreams({
  municipality,
  world,
  zone,
  records,
  workLists,
  asOf,
}: {
  municipality: MunicipalityId
  world: World
  zone: DemoZone
  records: readonly RosterRecord[]
  workLists: readonly WorkList[]
  asOf: Instant
}): DemoStream[] {
  const time = { zone: zone.id, asOf }
  const streamOf = (name: ZoneClass, documents: NamedDocument[]): DemoStream => ({
    stream: { kind: 'zone', municipality, world, zone: zone.id, class: name },
    documents,
  })
  return [
    streamOf('critical', [
      ...records.map(({ patient }) => documentOf('patient', withoutAge(patient, asOf))),
      documentOf('listTime', time),
    ]),
    streamOf('details', [
      ...records.map(({ details }) => documentOf('patientDetails', withoutAge(details, asOf))),
      documentOf('detailsTime', time),
    ]),
    streamOf(
      'protected',
      records.flatMap(({ protectedDetails }) =>
        protectedDetails === null ? [] : [documentOf('protectedDetails', protectedDetails)],
      ),
    ),
    streamOf(
      'worklists',
      workLists.map((list) => documentOf('workList', list)),
    ),
  ]
}
