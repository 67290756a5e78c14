import { type Endpoint, releaseProxy, wrap } from 'comlink'
import type {
  BinderFacts,
  BinderLayout,
  BinderOrder,
  LayingRefusal,
} from '#app/bridge/binder-printer.ts'
import type { World } from '#domain/base/world.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { DeviceQueries } from '#app/bridge/device-queries.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { type BinderContent, isPrintable } from '#domain/binder/binder.ts'
import { countNewer } from '#domain/documents/newer-documents.ts'
import type { DeviceLists } from './lists/device-lists.ts'

type BinderSources = {
  lists: DeviceLists
  world: World
  readAmendments: DeviceQueries['amendments']
}

/** Sends the binder's contents directly to the printer's worker, not through the page. A refusal sends nothing. */
export async function layBinder(
  { zone, municipality, now }: BinderOrder,
  { lists, world, readAmendments }: BinderSources,
  endpoint: Endpoint,
): Promise<Result<BinderFacts, LayingRefusal>> {
  const [
    patients,
    former,
    details,
    workLists,
    services,
    kinds,
    cards,
    contacts,
    plans,
    forms,
    signed,
  ] = await Promise.all([
    lists.listPatients(zone.id),
    lists.listFormerPatients(zone.id),
    lists.listDetails(zone.id),
    lists.listWorkLists(zone.id),
    lists.listServices(),
    lists.listDeviceKinds(),
    lists.listCards(),
    lists.listContacts(),
    lists.listZonePlans(),
    lists.listForms(),
    readAmendments(),
  ])
  // Where nobody keeps contacts, the cards are printed with room to write the numbers.
  const called = contacts.kind === 'none' ? [] : [contacts, plans]
  const readings = [patients, former, details, workLists, services, kinds, cards, forms, ...called]
  // They lie in the streams of patients and details, whose trust is asked about above.
  if (signed.kind !== 'open') return refused({ kind: 'noLists' })
  const printed = new Set(openOr(patients).map(({ id }) => id))
  const untrusted = [...new Set(readings.flatMap(untrustedIn))]
  if (untrusted.length > 0) return refused({ kind: 'notVerified', streams: untrusted })
  if (!readings.every(isComplete)) return refused({ kind: 'noLists' })
  const content: BinderContent = {
    world,
    municipality,
    zone: { id: zone.id, title: zone.name },
    patients: openOr(patients),
    formerPatients: openOr(former),
    details: openOr(details),
    amendments: signed.value.standing.filter(({ amendment }) => printed.has(amendment.patientId)),
    workLists: openOr(workLists),
    services: openOr(services),
    deviceKinds: openOr(kinds),
    cards: openOr(cards),
    contacts: openOr(contacts),
    zonePlan: openOr(plans).find((plan) => plan.zone === zone.id) ?? null,
    forms: openOr(forms),
    newer: newerOf(readings),
  }
  if (!isPrintable(content)) return refused({ kind: 'olderApp', documents: content.newer })
  const printer = wrap<BinderLayout>(endpoint)
  try {
    return accepted(await printer.lay(content, now))
  } finally {
    printer[releaseProxy]()
  }
}

/**
 * A list that is missing or damaged must not become a page that says «ingen». Documents that only a newer
 * app can read are mentioned on the pages instead: a binder without them is better than none.
 */
function isComplete(reading: Reading<unknown[]>): boolean {
  return reading.kind === 'open' && reading.damaged === 0 && reading.missing === 0
}

/** What the server does not vouch for, or what is older than the phone had, is never printed. */
function untrustedIn(reading: Reading<unknown[]>): readonly StreamId[] {
  if (reading.kind !== 'open') return []
  return [...reading.withheld, ...reading.unverified, ...reading.older]
}

function newerOf(readings: readonly Reading<unknown[]>[]): number {
  const newer = readings.map((reading) => (reading.kind === 'open' ? reading.newer : {}))
  return countNewer(Object.assign({}, ...newer))
}

function openOr<Value>(reading: Reading<Value[]>): Value[] {
  return reading.kind === 'open' ? reading.value : []
}
