import type { EmployeeId } from '../base/ids.ts'
import { compareFacts } from '../facts/fact-order.ts'
import { standingFacts } from '../facts/standing-facts.ts'
import type { PatientListKind } from '../lists/patient-list.ts'
import type { FactOf } from './people.ts'
import { isPersonFact, personUndoes } from './person-fact-of.ts'
import type { PersonFact } from './person-fact.ts'
import { personSubject } from './person-subject.ts'

/** The last thing that each employee said of calling down the list: that she does, or no longer. */
export function callingFacts(
  facts: readonly PersonFact[],
  list: PatientListKind,
): ReadonlyMap<EmployeeId, FactOf<'calling'>> {
  const standing = standingFacts(facts, { undoes: personUndoes, about: personSubject })
  return new Map(
    standing
      .filter((fact) => isPersonFact(fact, 'calling'))
      .filter(({ body }) => body.list === list)
      .toSorted(compareFacts)
      .map((fact) => [fact.author.employeeId, fact]),
  )
}
