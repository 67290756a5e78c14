import type { EmployeeId, EntryId } from '../base/ids.ts'
import { mostReplaced } from '../facts/said.ts'
import { standingFacts } from '../facts/standing-facts.ts'
import { doseKeyText, visitKeyText } from './keys.ts'
import type { FactOf, People } from './people.ts'
import { isPersonFact, personUndoes } from './person-fact-of.ts'
import type { PersonFact, PersonFactBody, PowerFinding } from './person-fact.ts'
import { personSubject } from './person-subject.ts'

type NewFact = Pick<PersonFact, 'author' | 'body'>

/** The facts about the same as a new one that stand here, earlier ones first. */
export function standingOnSamePerson(fact: NewFact, facts: readonly PersonFact[]): PersonFact[] {
  const subject = personSubject(fact)
  const same = facts.filter((one) => one.body.kind === 'undone' || personSubject(one) === subject)
  return standingFacts(same, { undoes: personUndoes })
}

/**
 * What a new fact about people names as replaced, of the facts about the same that stand here: what shows, and what stands
 * beside it.
 */
export function personReplaces(
  { author, body }: NewFact,
  same: readonly PersonFact[],
  people: Pick<People, 'visits' | 'doses'>,
): EntryId[] {
  if (body.kind === 'undone') return []
  return replacedOf(body, same, people, author.employeeId).slice(-mostReplaced)
}

function replacedOf(
  body: Exclude<PersonFactBody, { kind: 'undone' }>,
  same: readonly PersonFact[],
  { visits, doses }: Pick<People, 'visits' | 'doses'>,
  author: EmployeeId,
): EntryId[] {
  switch (body.kind) {
    case 'power':
      // What the new finding does not say stands as it was found.
      return idsOf(same.filter((fact) => isCovered(fact, body.finding)))
    case 'visitGiven':
    case 'visitTaken': {
      // Where it takes two, nobody takes the other's part.
      const needsTwo = visits.get(visitKeyText(body.visit))?.needsTwo ?? false
      return idsOf(needsTwo ? same.filter((fact) => isBetween(fact, author)) : same)
    }
    case 'doseHandled': {
      const given = doses.get(doseKeyText(body.dose))?.given ?? []
      return idsOf([...same, ...given])
    }
    case 'contact':
    case 'placePower':
    case 'visitEnded':
    case 'dose':
    case 'calling':
      return idsOf(same)
  }
}

function isCovered(fact: PersonFact, next: PowerFinding): boolean {
  if (!isPersonFact(fact, 'power')) return false
  const { finding } = fact.body
  if (next.poweredDeviceId !== null && next.poweredDeviceId !== finding.poweredDeviceId) {
    return false
  }
  const said = ['batteryMinutes', 'reserveMinutes', 'hasPower', 'someoneThere'] as const
  return said.every((field) => finding[field] === null || next[field] !== null)
}

/** Her own part of a visit, or one that was offered to her. */
function isBetween(fact: PersonFact, employee: EmployeeId): boolean {
  return (
    fact.author.employeeId === employee ||
    (isPersonFact(fact, 'visitGiven') && fact.body.to.employeeId === employee)
  )
}

function idsOf(facts: readonly (PersonFact | FactOf<'dose'>)[]): EntryId[] {
  return facts.map(({ entryId }) => entryId)
}
