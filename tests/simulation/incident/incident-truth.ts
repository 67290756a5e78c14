import type { EntryId, IncidentId } from '#domain/base/ids.ts'
import { incidentSubject } from '#domain/incidents/incident-subject.ts'
import { personSubject } from '#domain/people/person-subject.ts'
import type { Told } from './incident-context.ts'

/** What those who pressed meant, by what their phones showed them; no clock and no fold has part in it. */
export type Truth = ReturnType<typeof truthOf>

export function truthOf(told: ReadonlyMap<EntryId, Told>) {
  const all = [...told.values()]
  const undone = new Map<EntryId, boolean>()
  const isUndone = (id: EntryId): boolean => {
    const known = undone.get(id)
    if (known !== undefined) return known
    const is = all.some(
      ({ fact: { body, entryId } }) =>
        body.kind === 'undone' && body.facts.includes(id) && !isUndone(entryId),
    )
    undone.set(id, is)
    return is
  }
  const wholes = wholesByHand(all.filter(({ fact }) => !isUndone(fact.entryId)))
  const subjectOf = ({ fact }: Told): string =>
    'zone' in fact ? personSubject(fact) : incidentSubject(fact, (id) => wholes.get(id) ?? id)
  const replaced = new Map<EntryId, boolean>()
  const isReplaced = (one: Told): boolean => {
    const { entryId } = one.fact
    const known = replaced.get(entryId)
    if (known !== undefined) return known
    const is = all.some(
      (other) =>
        other.fact.body.kind !== 'undone' &&
        other.fact.replaces.includes(entryId) &&
        subjectOf(other) === subjectOf(one) &&
        (!isUndone(other.fact.entryId) || isReplaced(other)),
    )
    replaced.set(entryId, is)
    return is
  }
  return {
    /** What must be on every screen in the end, on its own or beside another. */
    standing: all.filter(
      (one) => one.fact.body.kind !== 'undone' && !isUndone(one.fact.entryId) && !isReplaced(one),
    ),
    living: all.filter(({ fact }) => !isUndone(fact.entryId)),
    wholeOf: (id: IncidentId) => wholes.get(id) ?? id,
  }
}

/** Each incident's whole, by the merges that nobody has taken back. */
function wholesByHand(living: readonly Told[]): ReadonlyMap<IncidentId, IncidentId> {
  const wholes = new Map<IncidentId, IncidentId>()
  const merges = living.flatMap(({ fact: { incident, body } }) =>
    body.kind === 'merged' ? [[incident, body.other] as const] : [],
  )
  for (const [one, other] of merges) {
    const [from, to] = [wholes.get(one) ?? one, wholes.get(other) ?? other]
    const name = from < to ? from : to
    const all = new Set([one, other])
    for (const [id, whole] of wholes) if (whole === from || whole === to) all.add(id)
    for (const id of all) wholes.set(id, name)
  }
  return wholes
}
