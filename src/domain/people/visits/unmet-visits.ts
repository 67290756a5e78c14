import type { People, VisitState } from '../people.ts'

/** Visits that take two, as far as the facts say, and that two have not taken. */
export function unmetVisits({ visits }: Pick<People, 'visits'>): VisitState[] {
  return [...visits.values()].filter((visit) => isUnmet(visit, 1))
}

/**
 * Whether a visit takes two and two have not taken it: it is counted, and given to nobody alone. `staff` is how many its
 * work list plans for it; `visit` is null while nobody has said anything of it.
 */
export function isUnmet(visit: VisitState | null, staff: number): boolean {
  if (visit?.ended?.shown.body.outcome === 'done') return false
  const needed = visit?.needsTwo === true ? Math.max(2, staff) : staff
  return needed > 1 && takersOf(visit).size < needed
}

function takersOf(visit: VisitState | null): ReadonlySet<string> {
  const taken = visit?.taken ?? null
  const facts = taken === null ? [] : [taken.shown, ...taken.beside]
  return new Set(facts.map(({ author }) => author.employeeId))
}
