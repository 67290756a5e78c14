import type { IncidentId } from '../base/ids.ts'
import { standingFacts } from '../facts/standing-facts.ts'
import type { CoordinationFact } from './coordination-fact.ts'
import { coordinationUndoes } from './coordination-undoes.ts'

/** Incidents that people have merged; one that nobody has merged is a whole of its own. */
export type Whole = {
  id: IncidentId
  /** Sorted; the first names the whole. */
  members: readonly IncidentId[]
}

export function wholesOf(facts: readonly CoordinationFact[]): ReadonlyMap<IncidentId, Whole> {
  const ids = new Set<IncidentId>()
  const merging: CoordinationFact[] = []
  for (const fact of facts) {
    // An undo may be written in one incident about another, and is no sign of either.
    if (fact.body.kind === 'undone') merging.push(fact)
    else ids.add(fact.incident)
    if (fact.body.kind === 'merged') merging.push(fact)
  }
  const nameOf = new Map<IncidentId, IncidentId>()
  for (const { incident, body } of standingFacts(merging, { undoes: coordinationUndoes })) {
    if (body.kind !== 'merged') continue
    ids.add(body.other)
    join(nameOf, incident, body.other)
  }
  const members = new Map<IncidentId, IncidentId[]>()
  for (const id of [...ids].toSorted()) {
    const name = findName(nameOf, id)
    members.set(name, [...(members.get(name) ?? []), id])
  }
  return new Map(
    [...members].flatMap(([id, all]) => {
      const whole = { id, members: all }
      return all.map((member) => [member, whole] as const)
    }),
  )
}

function join(nameOf: Map<IncidentId, IncidentId>, a: IncidentId, b: IncidentId): void {
  const [one, other] = [findName(nameOf, a), findName(nameOf, b)]
  if (one < other) nameOf.set(other, one)
  else if (other < one) nameOf.set(one, other)
}

function findName(nameOf: Map<IncidentId, IncidentId>, id: IncidentId): IncidentId {
  let name = id
  for (let next = nameOf.get(name); next !== undefined; next = nameOf.get(name)) name = next
  // Shortened, because a thousand merges may be one chain.
  for (let step = id; step !== name;) {
    const next = nameOf.get(step) ?? name
    nameOf.set(step, name)
    step = next
  }
  return name
}
