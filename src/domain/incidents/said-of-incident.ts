import { standingFacts } from '../facts/standing-facts.ts'
import type { CoordinationFact } from './coordination-fact.ts'
import { coordinationUndoes } from './coordination-undoes.ts'
import { incidentSubject } from './incident-subject.ts'
import type { Incident } from './incident.ts'

/** What is said of an incident and stands, newest first: each can be undone. */
export function saidOfIncident(
  facts: readonly CoordinationFact[],
  { id, members }: Pick<Incident, 'id' | 'members'>,
): CoordinationFact[] {
  const inside = new Set(members)
  return standingFacts(facts, {
    undoes: coordinationUndoes,
    about: (fact) => incidentSubject(fact, (of) => (inside.has(of) ? id : of)),
  })
    .filter(({ incident }) => inside.has(incident))
    .toReversed()
}
