import type { MunicipalityId } from '#domain/base/ids.ts'
import { World } from '#domain/base/world.ts'
import { effectsOf, type IncidentEffects } from '#domain/incidents/incident-effects.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { readIncidents } from './read-incidents.ts'

/**
 * What the municipality's incidents change outside themselves. What only a newer server can read may confirm one:
 * nothing is deleted meanwhile.
 */
export async function readEffects(
  streams: Pick<StreamStore, 'listDocuments'>,
  municipality: MunicipalityId,
  now: Instant,
): Promise<IncidentEffects> {
  const because: IncidentEffects['because'][number][] = []
  let isMoreKnown = false
  for (const world of World.options) {
    const known = await readIncidents(streams, { municipality, world }, now)
    because.push(...effectsOf(known.incidents, now, world).because)
    isMoreKnown ||= known.isMoreKnown
  }
  const has = because.length > 0
  return {
    widensAccess: has,
    stopsDeletion: has || isMoreKnown,
    holdsUpdates: has,
    because,
  }
}
