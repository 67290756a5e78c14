import type { FactWriter } from '#app/bridge/fact-writer.ts'
import type { IncidentQueries } from '#app/bridge/incident-queries.ts'
import type { IncidentId, ZoneId } from '#domain/base/ids.ts'
import type { World } from '#domain/base/world.ts'
import type { ClocksSeen } from '#domain/time/corrected-clock.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import type { DeviceLists } from '../lists/device-lists.ts'
import { isStorageFailure } from '../lists/storage-failure.ts'
import { factWriter } from './writing/fact-writer.ts'
import type { ReadAway } from './model/incident-ground.ts'
import { incidentModel } from './model/incident-model.ts'
import { incidentQueries } from './incident-queries.ts'
import { knownClock } from './model/known-clock.ts'
import { knownFacts } from './model/known-facts.ts'

type Services = {
  vault: Vault
  lists: DeviceLists
  readAway: ReadAway
  clock: DeviceClock
  world: World
  randomUuid(): string
  /** Called when a fact is in the outbox. */
  onWritten(): void
  /** For how long the server has not heard from this phone. */
  silentMinutes(): number
}

/** All that this phone knows and says of incidents. */
export function incidentCore(services: Services): {
  facts: FactWriter
  incidents: IncidentQueries
  /** Learns how wrong the phone's clock is. */
  compared(clocks: ClocksSeen): Promise<void>
  /** The confirmed incident that is the reason to open a card of a zone. Null for none, and when the disk does not answer. */
  findOpeningReason(zone: ZoneId): Promise<IncidentId | null>
} {
  const { vault, lists, clock, world } = services
  const known = knownClock(vault, clock)
  const readKnown = incidentModel(knownFacts(vault, { lists, clock: known }), world)
  const incidents = incidentQueries({ ...services, readKnown, known })

  return {
    facts: factWriter({ ...services, readKnown, known }),
    incidents,
    compared: (clocks) => known.compared(clocks),

    async findOpeningReason(zone) {
      try {
        const reason = await incidents.openingReason(zone)
        return reason.kind === 'open' ? reason.value : null
      } catch (error) {
        if (isStorageFailure(error)) return null
        throw error
      }
    },
  }
}
