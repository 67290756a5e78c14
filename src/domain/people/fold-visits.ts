import { grouped } from '../base/grouped.ts'
import { standingOf } from '../facts/standing-of.ts'
import { visitKeyText } from './keys.ts'
import type { FactOf, VisitState } from './people.ts'
import { isPersonFact } from './person-fact-of.ts'
import type { PersonFact, VisitOutcome } from './person-fact.ts'

type VisitFact = FactOf<'visitGiven'> | FactOf<'visitTaken'> | FactOf<'visitEnded'>

/**
 * What shows of outcomes that know nothing of each other. Done by anyone is done. Of the others the one that says least
 * of the patient: not at home, not reached, seen by one where it takes two, helped in part.
 */
export const outcomeWorry = {
  partly: 0,
  needsTwo: 1,
  blockedRoad: 2,
  notHome: 3,
  done: 4,
} satisfies Record<VisitOutcome, number>

/** Nothing is more worrying of two offers, or of two who go: the later shows. */
function equally(): number {
  return 0
}

/** The visits that the standing facts tell of. */
export function foldVisits(standing: readonly PersonFact[]): ReadonlyMap<string, VisitState> {
  const facts = standing.filter(isVisitFact)
  const visits = new Map<string, VisitState>()
  for (const [key, own] of grouped(facts, ({ body }) => visitKeyText(body.visit))) {
    const first = own[0]
    if (first !== undefined) visits.set(key, visitState(first.body.visit, own))
  }
  return visits
}

function visitState(key: VisitState['key'], facts: readonly VisitFact[]): VisitState {
  const offered = standingOf(
    facts.filter((fact) => isPersonFact(fact, 'visitGiven')),
    equally,
  )
  const taken = standingOf(
    facts.filter((fact) => isPersonFact(fact, 'visitTaken')),
    equally,
  )
  const endings = facts.filter((fact) => isPersonFact(fact, 'visitEnded'))
  const ended = standingOf(endings, ({ body }) => outcomeWorry[body.outcome])
  const holder = (taken ?? offered)?.shown.author
  const isDone = ended?.shown.body.outcome === 'done'
  return {
    key,
    holder: holder === undefined ? null : { employeeId: holder.employeeId, name: holder.name },
    offered,
    taken,
    ended,
    needsTwo: !isDone && endings.some(({ body }) => body.outcome === 'needsTwo'),
  }
}

function isVisitFact(fact: PersonFact): fact is VisitFact {
  return (
    isPersonFact(fact, 'visitGiven') ||
    isPersonFact(fact, 'visitTaken') ||
    isPersonFact(fact, 'visitEnded')
  )
}
