import { peopleLedger } from '#domain/people/people-ledger.ts'
import type { People } from '#domain/people/people.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { keptLast } from '../../lists/kept.ts'

/** What is known of the people who count for an incident. */
export type PeopleOfIncident = { people: People; facts: readonly PersonFact[] }

/** Folds the facts about people. Facts that are only added to those of before cost nothing but themselves. */
export function keptPeople(): (facts: readonly PersonFact[]) => PeopleOfIncident {
  let ledger = peopleLedger()
  let added = new Set<PersonFact>()

  return keptLast((facts: readonly PersonFact[]): PeopleOfIncident => {
    const next = facts.filter((fact) => !added.has(fact))
    // Else some have gone, or are other ones now.
    const hasGrown = added.size + next.length === facts.length
    if (!hasGrown) ledger = peopleLedger()
    const people = ledger.add(hasGrown ? next : facts)
    added = new Set(facts)
    return { people, facts }
  })
}
