import type { IncidentQueries } from '#app/bridge/incident-queries.ts'
import type { KnownClock } from './known-clock.ts'

/** Queries of an incident's screens. They are answered in the worker, so that only the rows that are asked for leave it. */
export function incidentQueries(clock: KnownClock): IncidentQueries {
  return {
    incidents: none,
    board: none,
    runningCard: none,
    tasks: none,
    countdown: none,
    contactList: none,
    visits: none,
    person: none,
    streets: none,
    history: none,
    whereIs: none,
    holdsUpdates: none,
    now: () => clock.now(),
  }
}

function none() {
  return Promise.resolve({ kind: 'none' } as const)
}
