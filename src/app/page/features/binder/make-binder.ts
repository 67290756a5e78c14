import type { ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Api, ApiRefusal } from '#app/online/api.ts'
import type { Core } from '#app/bridge/core.ts'
import { type PrintOutcome, printBinder } from '../../printing/binder-client.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import { zoneText } from '#text/nb/words/zone.ts'

export type BinderOutcome =
  | (Extract<PrintOutcome, { kind: 'printed' }> & { fileName: string })
  | Exclude<PrintOutcome, { kind: 'printed' }>
  /** Text is null when the server was not reached. */
  | { kind: 'refused'; text: string | null }

type BinderInput = { zone: { id: ZoneId; name: ZoneName }; reason: string }

type BinderHelp = {
  core: Core
  api: Api
  world: World
  now: Instant
  signal: AbortSignal
  onProgress: (done: number, of: number) => void
}

/** Requests a number for the copy from the server, and prints the device's lists, from worker to worker. */
export async function makeBinder(
  { zone, reason }: BinderInput,
  { core, api, world, now, signal, onProgress }: BinderHelp,
): Promise<BinderOutcome> {
  const session = await api.readSession()
  if (!session.ok) return refusedAs(session.refusal)
  const municipality = session.value.municipality.name
  const place = { id: zone.id, name: zoneText(zone.name) }

  let refusal: ApiRefusal | null = null
  try {
    const outcome = await printBinder({
      lay: (printer) => core.layBinder({ zone: place, municipality, now }, printer),
      async reserve(facts) {
        const reserved = await api.reserveBinderCopy({
          zone: zone.id,
          world,
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
    return outcome.kind === 'printed'
      ? { ...outcome, fileName: `beredskapsperm-${zone.id}-${outcome.copy}.pdf` }
      : outcome
  } catch (error) {
    // The printer can pass a refusal on only as an error; every other error is a fault.
    if (refusal === null) throw error
    return refusedAs(refusal)
  }
}

function refusedAs(refusal: ApiRefusal): BinderOutcome {
  return { kind: 'refused', text: refusal.kind === 'unreachable' ? null : refusal.text }
}
