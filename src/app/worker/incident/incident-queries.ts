import type { IncidentQueries } from '#app/bridge/incident-queries.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'

/** Queries of an incident's screens. They are answered in the worker, so that only the rows that are asked for leave it. */
export function incidentQueries(clock: DeviceClock): IncidentQueries {
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
    now: () => Promise.resolve(clock.now()),
  }
}

function none() {
  return Promise.resolve({ kind: 'none' } as const)
}
