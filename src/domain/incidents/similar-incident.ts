import type { ZoneId } from '../base/ids.ts'
import { type Instant, minutesBetween } from '../time/instant.ts'
import type { Incident } from './incident.ts'

/** Within this time, several who report something mean the same more often than not (`architecture.md` 11.12.7). */
const similarMinutes = 60

/**
 * Finds an incident that may be what an employee is about to report: somebody reported it within the hour, in one of her
 * zones. The newest of several.
 */
export function findSimilarIncident(
  incidents: readonly Incident[],
  { zones, now }: { zones: readonly ZoneId[]; now: Instant },
): Incident | null {
  const similar = incidents
    .filter(({ standing, startsAt }) => standing !== 'closed' && startsAt <= now)
    .filter(({ area }) => area.zones.some((zone) => zones.includes(zone)))
    .filter(({ started }) => minutesBetween(started.at, now) <= similarMinutes)
    .toSorted((a, b) => (a.started.at > b.started.at ? -1 : 1))
  return similar.at(0) ?? null
}
