import type { IncidentId } from '../base/ids.ts'
import type { World } from '../base/world.ts'
import { minutesBetween, type Instant } from '../time/instant.ts'
import type { Incident } from './incident.ts'

/** What a confirmed incident changes outside itself. */
export type IncidentEffects = {
  /** A card may be opened with the incident as its logged reason. */
  widensAccess: boolean
  stopsDeletion: boolean
  /** Updates of the app wait. */
  holdsUpdates: boolean
  /** The incidents that do it, as a log names them. */
  because: readonly IncidentId[]
}

/**
 * Only a confirmed incident that is not closed, for 72 hours: a false start or a forgotten one opens nothing. An
 * exercise never does.
 */
export function effectsOf(
  incidents: readonly Incident[],
  now: Instant,
  world: World,
): IncidentEffects {
  const because =
    world === 'exercise'
      ? []
      : incidents.filter((incident) => counts(incident, now)).map(({ id }) => id)
  const has = because.length > 0
  return { widensAccess: has, stopsDeletion: has, holdsUpdates: has, because }
}

/** Judged anew, because the fold may be hours old. */
function counts({ standing, confirmed }: Incident, now: Instant): boolean {
  return standing !== 'closed' && confirmed !== null && minutesBetween(now, confirmed.until) > 0
}
