import type { IncidentId } from '../../base/ids.ts'
import type { Incident } from '../../incidents/incident.ts'
import { type Instant, minutesBetween } from '../../time/instant.ts'
import type { PersonFact } from '../person-fact.ts'

/** For how long a closed incident and its people stay on the phones (`architecture.md` 11.12.9). */
export const keptDays = 14

/** Whether a closed incident is on the phones still. An open one is. */
export function isKept({ closed }: Pick<Incident, 'closed'>, now: Instant): boolean {
  return closed === null || isRecent(closed.at, now)
}

/**
 * The facts that count for an incident's people. They are read across all open incidents, each person once: what was said
 * in one that is closed says nothing of tonight. A closed one has its own. Undos count wherever they were written.
 */
export function factsThatCount(
  facts: readonly PersonFact[],
  { incident, known, now }: { incident: Incident; known: readonly Incident[]; now: Instant },
): PersonFact[] {
  const closed = new Set<IncidentId>(
    known.filter(({ standing }) => standing === 'closed').flatMap(({ members }) => members),
  )
  const started = new Set<IncidentId>(known.flatMap(({ members }) => members))
  const own = new Set(incident.members)
  const counts = (fact: PersonFact): boolean => {
    if (incident.standing === 'closed') return own.has(fact.incident)
    if (closed.has(fact.incident)) return false
    // An incident whose start has not come, or one that has left the phone before its people.
    return started.has(fact.incident) || isRecent(fact.receivedAt ?? now, now)
  }
  return facts.filter((fact) => fact.body.kind === 'undone' || counts(fact))
}

function isRecent(at: Instant, now: Instant): boolean {
  return minutesBetween(at, now) <= keptDays * 24 * 60
}
