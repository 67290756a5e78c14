import type { MunicipalityId } from '#domain/base/ids.ts'
import { effectsOf, type IncidentEffects } from '#domain/incidents/incident-effects.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamStore } from '../streams/stream-store.ts'
import { readIncidents } from './read-incidents.ts'

/**
 * What the municipality's incidents change outside themselves. Those of exercises change nothing, so they are not read.
 * What only a newer server can read may confirm one: nothing is deleted meanwhile.
 */
export async function readEffects(
  streams: Pick<StreamStore, 'listDocuments'>,
  municipality: MunicipalityId,
  now: Instant,
): Promise<IncidentEffects> {
  const world = 'real'
  const known = await readIncidents(streams, { municipality, world }, now)
  const effects = effectsOf(known.incidents, now, world)
  return { ...effects, stopsDeletion: effects.stopsDeletion || known.isMoreKnown }
}
