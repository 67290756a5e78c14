import type { EntryId, IncidentId } from '../base/ids.ts'
import { mostReplaced } from '../facts/said.ts'
import { standingFacts } from '../facts/standing-facts.ts'
import type { CoordinationFact } from './coordination-fact.ts'
import { coordinationUndoes } from './coordination-undoes.ts'
import { incidentSubject } from './incident-subject.ts'
import type { Incident } from './incident.ts'
import { replacesOf } from './replaces-of.ts'

type NewFact = Pick<CoordinationFact, 'incident' | 'body'>

/** The facts about the same as a new one that stand here, earlier ones first. */
export function standingOnSame(
  fact: NewFact,
  facts: readonly CoordinationFact[],
  incident: Incident | null,
): CoordinationFact[] {
  const nameOf = (id: IncidentId) => (incident?.members.includes(id) ? incident.id : id)
  const subject = incidentSubject(fact, nameOf)
  const same = facts.filter(
    (one) => one.body.kind === 'undone' || incidentSubject(one, nameOf) === subject,
  )
  return standingFacts(same, { undoes: coordinationUndoes })
}

/**
 * What a new fact about an incident names as replaced: all that stands here of the same, what shows and what stands
 * beside it. After a closing it names that too, so that nobody takes it for one whose author did not know.
 */
export function coordinationReplaces(
  fact: NewFact,
  facts: readonly CoordinationFact[],
  incident: Incident | null,
): EntryId[] {
  const { body } = fact
  switch (body.kind) {
    case 'started':
    // Merges and undos stand side by side: only an undo takes one away.
    case 'merged':
    case 'undone':
      return closingOf(incident)
    case 'corrected':
      return unique(
        incident === null ? [] : replacesOf(incident, body.to.part),
        closingOf(incident),
      )
    case 'closed':
    case 'reopened':
      return incident === null ? [] : replacesOf(incident, 'closing')
    case 'confirmed':
    case 'step':
      return unique(
        standingOnSame(fact, facts, incident).map(({ entryId }) => entryId),
        closingOf(incident),
      )
  }
}

function closingOf(incident: Incident | null): EntryId[] {
  return incident?.closed === null || incident === null ? [] : [incident.closed.fact]
}

function unique(...ids: readonly (readonly EntryId[])[]): EntryId[] {
  return [...new Set(ids.flat())].slice(-mostReplaced)
}
