import type { EntryId } from '../base/ids.ts'
import type { FactOf } from './people.ts'
import type { PersonFact, PersonFactBody } from './person-fact.ts'

export function isPersonFact<Kind extends PersonFactBody['kind']>(
  fact: PersonFact,
  kind: Kind,
): fact is FactOf<Kind> {
  return fact.body.kind === kind
}

export function personUndoes({ body }: PersonFact): readonly EntryId[] | null {
  return body.kind === 'undone' ? body.facts : null
}
