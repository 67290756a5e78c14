import type { IncidentId } from '../base/ids.ts'
import type { CoordinationFact } from './coordination-fact.ts'

/**
 * What a fact is about, so that it takes the place only of facts about the same. Facts of merged incidents are about one
 * whole; when the merge is undone, none of them has replaced one of the other incident.
 */
export function incidentSubject(
  { incident, body }: Pick<CoordinationFact, 'incident' | 'body'>,
  nameOf: (incident: IncidentId) => IncidentId,
): string {
  switch (body.kind) {
    case 'started':
      return `started ${incident}`
    case 'corrected':
      return `${body.to.part} ${nameOf(incident)}`
    case 'confirmed':
      return `confirmed ${nameOf(incident)}`
    case 'closed':
    case 'reopened':
      return `closing ${nameOf(incident)}`
    case 'step':
      return `step ${body.card} ${body.step} ${body.zone ?? ''} ${nameOf(incident)}`
    case 'merged':
    case 'undone':
      return body.kind
  }
}
