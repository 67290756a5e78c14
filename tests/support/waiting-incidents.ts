import type { IncidentId } from '#domain/base/ids.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { wholesOf } from '#domain/incidents/wholes.ts'

/** Incidents that something here tells of, and whose start has not come: kept, and shown when it has. */
export function waitingIncidents(facts: readonly CoordinationFact[]): IncidentId[] {
  const started = new Set(
    facts.flatMap(({ incident, body }) => (body.kind === 'started' ? [incident] : [])),
  )
  return [...wholesOf(facts).keys()].filter((id) => !started.has(id)).toSorted()
}
