import type { ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { zoneText } from '#text/nb/words/zone.ts'
import { type Api, type ApiRefusal } from '../../online/api.ts'
import type { Core } from '#app/worker/device-core.ts'
import type { Reading } from '#app/bridge/reading.ts'
import { printBinder } from '../../printing/binder-client.ts'

export type BinderOutcome =
  | {
      kind: 'printed'
      bytes: Uint8Array<ArrayBuffer>
      pages: number
      copy: number
      hash: string
      fileName: string
    }
  | { kind: 'cancelled' }
  /** Text is null when the server was not reached. */
  | { kind: 'refused'; text: string | null }
  | { kind: 'noLists' }

type BinderWish = { zone: { id: ZoneId; name: ZoneName }; reason: string }

type BinderHelp = {
  core: Core
  api: Api
  now: Instant
  signal: AbortSignal
  onProgress: (done: number, of: number) => void
}

/** Gathers what lies on this device, has the server number the copy, and lays it out in a worker. */
export async function makeBinder(
  { zone, reason }: BinderWish,
  { core, api, now, signal, onProgress }: BinderHelp,
): Promise<BinderOutcome> {
  const { reader } = core
  const [patients, details, workLists, services, kinds, cards, forms, session] = await Promise.all([
    reader.listPatients(zone.id),
    reader.listDetails(zone.id),
    reader.listWorkLists(zone.id),
    reader.listServices(),
    reader.listDeviceKinds(),
    reader.listCards(),
    reader.listForms(),
    api.readSession(),
  ])
  if (![patients, details, workLists, services, kinds, cards, forms].every(isWhole)) {
    return { kind: 'noLists' }
  }
  if (!session.ok) return refusedAs(session.refusal)

  let refusal: ApiRefusal | null = null
  try {
    const printed = await printBinder({
      content: {
        world: 'real',
        municipality: session.value.municipality.name,
        zone: { id: zone.id, title: zoneText(zone.name) },
        patients: openOr(patients),
        details: openOr(details),
        workLists: openOr(workLists),
        services: openOr(services),
        deviceKinds: openOr(kinds),
        cards: openOr(cards),
        forms: openOr(forms),
      },
      now,
      async reserve(facts) {
        const reserved = await api.reserveBinderCopy({
          zone: zone.id,
          world: 'real',
          reason,
          replaces: null,
          ...facts,
        })
        if (reserved.ok) return reserved.value
        refusal = reserved.refusal
        throw new Error('The server gave the binder no number.')
      },
      onProgress,
      signal,
    })
    if (printed === null) return { kind: 'cancelled' }
    const { bytes, pages, copy, hash } = printed
    return {
      kind: 'printed',
      bytes,
      pages,
      copy,
      hash,
      fileName: `beredskapsperm-${zone.id}-${copy}.pdf`,
    }
  } catch (error) {
    // The refusal has to come out through the printer; every other fault is one.
    if (refusal === null) throw error
    return refusedAs(refusal)
  }
}

/** A list that is missing or damaged must not become a page that says «ingen». */
function isWhole(reading: Reading<unknown[]>): boolean {
  return reading.kind === 'open' && reading.damaged === 0 && reading.missing === 0
}

function openOr<Value>(reading: Reading<Value[]>): Value[] {
  return reading.kind === 'open' ? reading.value : []
}

function refusedAs(refusal: ApiRefusal): BinderOutcome {
  return { kind: 'refused', text: refusal.kind === 'unreachable' ? null : refusal.text }
}
