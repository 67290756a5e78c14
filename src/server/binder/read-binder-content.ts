import { followed, withoutJoined } from '#domain/new-patients/follow-joined.ts'
import { shownAmendments } from '#domain/amendments/shown-amendments.ts'
import type { BinderContent } from '#domain/binder/binder.ts'
import type { AgedKind } from '#domain/documents/aged-documents.ts'
import { countNewer } from '#domain/documents/newer-documents.ts'
import {
  type MunicipalityKind,
  municipalityStreamOf,
  type ZoneKind,
  zoneStreamOf,
} from '#domain/documents/stream-of-kind.ts'
import type { MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { Instant } from '#domain/time/instant.ts'
import { bothClasses, readOpenAmendments } from '../amendments/read-amendments.ts'
import { readAgedDocuments, readDocuments } from '../streams/read-documents.ts'
import { readJoined } from '../streams/read-joined.ts'
import { readOnce } from '../streams/read-once.ts'
import type { StreamStore } from '../streams/stream-store.ts'

export type BinderPlace = {
  municipality: { id: MunicipalityId; name: string }
  zone: { id: ZoneId; name: string }
  world: World
}

/** Reads the content of a zone's binder from one snapshot of the database. */
export async function readBinderContent(
  snapshot: Pick<StreamStore, 'listDocuments'>,
  { municipality, zone, world }: BinderPlace,
  now: Instant,
): Promise<BinderContent> {
  const streams = readOnce(snapshot)
  const place = { municipality: municipality.id, world, zone: zone.id }
  const ofZone = <Kind extends ZoneKind>(kind: Kind) =>
    readDocuments(streams, kind, zoneStreamOf(kind, place))
  const agedOfZone = <Kind extends AgedKind>(kind: Kind) =>
    readAgedDocuments(streams, kind, zoneStreamOf(kind, place))
  const ofAll = <Kind extends MunicipalityKind>(kind: Kind) =>
    readDocuments(streams, kind, municipalityStreamOf(kind, place))

  const listed = await agedOfZone('patient')
  const { joined, newer: newerLinks } = await readJoined(streams, place, [zone.id])
  const patients = withoutJoined(listed.values, joined)
  const former = await ofZone('formerPatient')
  const details = await agedOfZone('patientDetails')
  const signed = await readOpenAmendments(streams, place)
  const about = bothClasses(signed).map((one) => followed(one, joined))
  const workLists = await ofZone('workList')
  const services = await ofAll('serviceDefinition')
  const deviceKinds = await ofAll('deviceKind')
  const cards = await ofAll('actionCard')
  const contacts = await ofAll('contact')
  const plans = await ofAll('zonePlan')
  const forms = await ofAll('questionnaire')
  return {
    world,
    municipality: municipality.name,
    zone: { id: zone.id, title: zone.name },
    patients,
    formerPatients: former.values,
    details: details.values,
    amendments: shownAmendments(about, patients, details.values, now),
    workLists: workLists.values,
    services: services.values,
    deviceKinds: deviceKinds.values,
    cards: cards.values,
    contacts: contacts.values,
    zonePlan: plans.values.find((plan) => plan.zone === zone.id) ?? null,
    forms: forms.values,
    newer: countNewer({
      ...listed.newer,
      ...former.newer,
      ...newerLinks,
      ...details.newer,
      ...signed.newer,
      ...workLists.newer,
      ...services.newer,
      ...deviceKinds.newer,
      ...cards.newer,
      ...contacts.newer,
      ...plans.newer,
      ...forms.newer,
    }),
  }
}
