import type { VisitState } from '../people.ts'

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
