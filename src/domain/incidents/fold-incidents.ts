import type { IncidentId } from '../base/ids.ts'
import { grouped } from '../base/grouped.ts'
import { standingFacts } from '../facts/standing-facts.ts'
import { uniqueFacts } from '../facts/unique-facts.ts'
import type { Instant } from '../time/instant.ts'
import type { CoordinationFact } from './coordination-fact.ts'
import { coordinationUndoes } from './coordination-undoes.ts'
import { foldWhole } from './fold-whole.ts'
import { incidentSubject } from './incident-subject.ts'
import type { Incident } from './incident.ts'
import { type Whole, wholesOf } from './wholes.ts'

/**
 * The incidents that the facts tell of, by start and then id. `now` only decides what is confirmed still.
 *
 * One whose start is not here is not among them until it is. One whose start was undone is, as long as
 * anything else about it stands: a colleague who did not know of the undo has confirmed it or works on it.
 */
export function foldIncidents(facts: readonly CoordinationFact[], now: Instant): Incident[] {
  const unique = [...uniqueFacts(facts).values()]
  const wholes = wholesOf(unique)
  const nameOf = (id: IncidentId) => wholes.get(id)?.id ?? id
  const standing = standingFacts(unique, {
    undoes: coordinationUndoes,
    about: (fact) => incidentSubject(fact, nameOf),
  })
  const factsOf = grouped(unique, ({ incident }) => nameOf(incident))
  const standingOf = grouped(standing, ({ incident }) => nameOf(incident))
  return [...new Set(wholes.values())]
    .flatMap((whole: Whole) => {
      const incident = foldWhole(
        whole,
        { facts: factsOf.get(whole.id) ?? [], standing: standingOf.get(whole.id) ?? [] },
        now,
      )
      return incident === null ? [] : [incident]
    })
    .toSorted((a, b) => compareText(a.startsAt, b.startsAt) || compareText(a.id, b.id))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
