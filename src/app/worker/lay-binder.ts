import { type Endpoint, releaseProxy, wrap } from 'comlink'
import type { BinderFacts, BinderLayout, BinderOrder } from '#app/bridge/binder-printer.ts'
import type { Reading } from '#app/bridge/reading.ts'
import type { DeviceLists } from './device-lists.ts'

/** Sends the printer what is to be printed, past the page. Null when a list is not whole: nothing is sent then. */
export async function layBinder(
  { zone, municipality, now }: BinderOrder,
  lists: DeviceLists,
  endpoint: Endpoint,
): Promise<BinderFacts | null> {
  const [patients, details, workLists, services, kinds, cards, forms] = await Promise.all([
    lists.listPatients(zone.id),
    lists.listDetails(zone.id),
    lists.listWorkLists(zone.id),
    lists.listServices(),
    lists.listDeviceKinds(),
    lists.listCards(),
    lists.listForms(),
  ])
  if (![patients, details, workLists, services, kinds, cards, forms].every(isWhole)) return null
  const printer = wrap<BinderLayout>(endpoint)
  try {
    return await printer.lay(
      {
        world: 'real',
        municipality,
        zone: { id: zone.id, title: zone.name },
        patients: openOr(patients),
        details: openOr(details),
        workLists: openOr(workLists),
        services: openOr(services),
        deviceKinds: openOr(kinds),
        cards: openOr(cards),
        forms: openOr(forms),
      },
      now,
    )
  } finally {
    printer[releaseProxy]()
  }
}

/** A list that is missing or damaged must not become a page that says «ingen». */
function isWhole(reading: Reading<unknown[]>): boolean {
  return reading.kind === 'open' && reading.damaged === 0 && reading.missing === 0
}

function openOr<Value>(reading: Reading<Value[]>): Value[] {
  return reading.kind === 'open' ? reading.value : []
}
