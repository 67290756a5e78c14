import { grouped } from '../base/grouped.ts'
import type { PatientId } from '../base/ids.ts'
import { compareFacts } from '../facts/fact-order.ts'
import { judgeFacts } from '../facts/standing-facts.ts'
import { standingOf } from '../facts/standing-of.ts'
import type { Standing } from '../facts/standing.ts'
import { contactWorry } from './contact-worry.ts'
import { foldDoses } from './fold-doses.ts'
import { foldVisits } from './fold-visits.ts'
import type { FactOf, People } from './people.ts'
import { isPersonFact, personUndoes } from './person-fact-of.ts'
import type { PersonFact } from './person-fact.ts'
import { personSubject } from './person-subject.ts'

/** What all facts about people say together, whatever incident each was written in: each person once. */
export function foldPeople(facts: readonly PersonFact[]): People {
  const judged = judgeFacts(facts, { undoes: personUndoes, about: personSubject })
  const standing = judged
    .filter(({ isUndone, isReplaced }) => !isUndone && !isReplaced)
    .map(({ fact }) => fact)
  return {
    contacts: contactsOf(standing.filter((fact) => isPersonFact(fact, 'contact'))),
    power: powerOf(standing.filter((fact) => isPersonFact(fact, 'power'))),
    places: newestFirst(standing.filter((fact) => isPersonFact(fact, 'placePower'))),
    visits: foldVisits(standing),
    doses: foldDoses(judged),
  }
}

function contactsOf(
  facts: readonly FactOf<'contact'>[],
): ReadonlyMap<PatientId, Standing<FactOf<'contact'>>> {
  const contacts = new Map<PatientId, Standing<FactOf<'contact'>>>()
  for (const [patientId, concurrent] of grouped(facts, ({ body }) => body.patientId)) {
    const standing = standingOf(concurrent, ({ body }) => contactWorry[body.state])
    if (standing !== null) contacts.set(patientId, standing)
  }
  return contacts
}

function powerOf(facts: readonly FactOf<'power'>[]): People['power'] {
  const byPatient = grouped(facts, ({ body }) => body.finding.patientId)
  return new Map([...byPatient].map(([patientId, found]) => [patientId, newestFirst(found)]))
}

function newestFirst<Fact extends PersonFact>(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => compareFacts(b, a))
}
