import type { People, VisitState } from './people.ts'

/** Visits that take two and that two have not taken: they are counted, and given to nobody alone. */
export function unmetVisits({ visits }: Pick<People, 'visits'>): VisitState[] {
  return [...visits.values()].filter((visit) => visit.needsTwo && takersOf(visit).size < 2)
}

function takersOf({ taken }: VisitState): ReadonlySet<string> {
  const facts = taken === null ? [] : [taken.shown, ...taken.beside]
  return new Set(facts.map(({ author }) => author.employeeId))
}
