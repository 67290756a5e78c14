import { grouped } from '../base/grouped.ts'
import type { JudgedFact } from '../facts/standing-facts.ts'
import { compareFacts } from '../facts/fact-order.ts'
import { reachedFacts } from '../facts/reached-facts.ts'
import { standingOf } from '../facts/standing-of.ts'
import { doseKeyText } from './keys.ts'
import type { DoseState, FactOf } from './people.ts'
import { isPersonFact } from './person-fact-of.ts'
import type { PersonFact } from './person-fact.ts'

type DoseFact = FactOf<'dose'> | FactOf<'doseHandled'>

/**
 * The doses that the facts tell of. A given dose is taken away by an undo alone: one that was given with the knowledge
 * of another is given twice all the same.
 */
export function foldDoses(
  judged: readonly JudgedFact<PersonFact>[],
): ReadonlyMap<string, DoseState> {
  const living = judged.flatMap(({ fact, isUndone, isReplaced }) =>
    isUndone || !isDoseFact(fact) ? [] : [{ fact, isReplaced }],
  )
  const doses = new Map<string, DoseState>()
  for (const [key, own] of grouped(living, ({ fact }) => doseKeyText(fact.body.dose))) {
    const first = own[0]
    if (first !== undefined) doses.set(key, doseState(first.fact.body.dose, own))
  }
  return doses
}

function doseState(
  key: DoseState['key'],
  living: readonly { fact: DoseFact; isReplaced: boolean }[],
): DoseState {
  const facts = living.map(({ fact }) => fact)
  const latest = living.filter(({ isReplaced }) => !isReplaced).map(({ fact }) => fact)
  const given = facts
    .filter((fact) => isPersonFact(fact, 'dose'))
    .filter(isGiven)
    .toSorted(compareFacts)
  // A dose that one has given shows over one that another has not: the guard is against giving it again.
  const known = standingOf(
    latest.filter((fact) => isPersonFact(fact, 'dose')),
    (fact) => Number(isGiven(fact)),
  )
  return {
    key,
    lastKnown: known?.shown ?? null,
    given,
    isDoubled: given.length > 1 && !isHandled(given, facts),
  }
}

/** Somebody has looked into all of them together; one more that comes later is doubled again. */
function isHandled(given: readonly FactOf<'dose'>[], facts: readonly DoseFact[]): boolean {
  const factsById = new Map(facts.map((fact) => [fact.entryId, fact]))
  return facts.some((fact) => {
    if (fact.body.kind !== 'doseHandled') return false
    const seen = new Set(reachedFacts(fact, factsById).map(({ entryId }) => entryId))
    return given.every(({ entryId }) => seen.has(entryId))
  })
}

function isGiven({ body }: FactOf<'dose'>): boolean {
  return body.notGivenCode === null
}

function isDoseFact(fact: PersonFact): fact is DoseFact {
  return isPersonFact(fact, 'dose') || isPersonFact(fact, 'doseHandled')
}
