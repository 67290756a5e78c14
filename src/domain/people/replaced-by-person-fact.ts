import type { EmployeeId, EntryId } from '../base/ids.ts'
import { maxReplaced } from '../facts/said.ts'
import { standingIds } from '../facts/standing-ids.ts'
import { doseKeyText, visitKeyText } from './keys.ts'
import type { FactOf, People, VisitState } from './people.ts'
import { placeText } from './person-subject.ts'
import type { PersonFactBody, PowerFinding } from './person-fact.ts'

/** What a fact about people takes the place of when it is said with these people on the screen. */
export function replacedByPersonFact(
  body: PersonFactBody,
  people: People,
  { author, staff }: { author: EmployeeId; staff: number },
): EntryId[] {
  return replaced(body, people, { author, staff }).slice(0, maxReplaced)
}

/** `staff` is how many the work list plans for a visit; 1 for a visit that the incident made. */
function replaced(
  body: PersonFactBody,
  { contacts, power, places, visits, doses }: People,
  { author, staff }: { author: EmployeeId; staff: number },
): EntryId[] {
  switch (body.kind) {
    case 'contact':
      return standingIds(contacts.get(body.patientId))
    case 'power':
      return (power.get(body.finding.patientId) ?? [])
        .filter(({ body: { finding } }) => saysAllOf(body.finding, finding))
        .map(({ entryId }) => entryId)
    case 'placePower':
      return places
        .filter((place) => placeText(place.body) === placeText(body))
        .map(({ entryId }) => entryId)
    case 'visitGiven': {
      const visit = visits.get(visitKeyText(body.visit))
      // What a colleague has taken stays hers until the receiver takes it over.
      return [...standingIds(visit?.offered), ...takenBy(visit, author)]
    }
    case 'visitTaken': {
      const visit = visits.get(visitKeyText(body.visit))
      const isForTwo = staff > 1 || visit?.needsTwo === true
      return [
        ...standingIds(visit?.offered),
        ...(isForTwo ? takenBy(visit, author) : standingIds(visit?.taken)),
      ]
    }
    case 'visitEnded':
      return replacedEndings(body.outcome, visits.get(visitKeyText(body.visit)))
    case 'dose': {
      const known = doses.get(doseKeyText(body.dose))?.lastKnown
      return known ? [known.entryId] : []
    }
    case 'doseHandled':
      return (doses.get(doseKeyText(body.dose))?.given ?? []).map(({ entryId }) => entryId)
    case 'calling':
    case 'undone':
      return []
  }
}

function takenBy(visit: VisitState | undefined, author: EmployeeId): EntryId[] {
  const taken = visit?.taken ?? null
  const facts = taken === null ? [] : [taken.shown, ...taken.beside]
  return facts.filter((fact) => fact.author.employeeId === author).map(({ entryId }) => entryId)
}

/** That it takes two stays said until the visit is done: one who found nobody home has not changed that. */
function replacedEndings(
  outcome: FactOf<'visitEnded'>['body']['outcome'],
  visit: VisitState | undefined,
): EntryId[] {
  const ended = visit?.ended ?? null
  const facts = ended === null ? [] : [ended.shown, ...ended.beside]
  const takesAll = outcome === 'done' || outcome === 'needsTwo'
  return facts
    .filter(({ body }) => takesAll || body.outcome !== 'needsTwo')
    .map(({ entryId }) => entryId)
}

/** A finding that says less than another must not take what the other measured with it. */
function saysAllOf(later: PowerFinding, earlier: PowerFinding): boolean {
  const isAbout =
    later.poweredDeviceId === null || later.poweredDeviceId === earlier.poweredDeviceId
  const fields = ['batteryMinutes', 'reserveMinutes', 'hasPower', 'someoneThere'] as const
  return isAbout && fields.every((field) => earlier[field] === null || later[field] !== null)
}
