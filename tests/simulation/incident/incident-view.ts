import { grouped } from '#domain/base/grouped.ts'
import type { IncidentId } from '#domain/base/ids.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { foldIncidents, waitingIncidents } from '#domain/incidents/fold-incidents.ts'
import { standingOf } from '#domain/facts/standing-of.ts'
import { uniqueFacts } from '#domain/facts/unique-facts.ts'
import { incidentSubject } from '#domain/incidents/incident-subject.ts'
import type { Incident, MarkedStep } from '#domain/incidents/incident.ts'
import { markedSteps } from '#domain/incidents/marked-steps.ts'
import { contactList } from '#domain/people/contact-list.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import type { People } from '#domain/people/people.ts'
import type { PersonFact } from '#domain/people/person-fact.ts'
import { personSubject } from '#domain/people/person-subject.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { IncidentAblation } from './incident-ablations.ts'
import { callTables, simPeople } from './sim-people.ts'

/** All that a phone, or the server, shows. */
export type IncidentView = {
  incidents: readonly Incident[]
  waiting: readonly IncidentId[]
  marks: readonly (MarkedStep & { incident: IncidentId })[]
  people: People
  /** How many people «Ikke fått kontakt» counts. */
  counted: number
}

export type KnownFacts = {
  coordination: readonly CoordinationFact[]
  people: readonly PersonFact[]
}

export function viewOf(
  { coordination, people }: KnownFacts,
  now: Instant,
  without: IncidentAblation | null,
): IncidentView {
  const facts = readWithout(coordination, without, (fact) => incidentSubject(fact, (id) => id))
  const incidents = foldIncidents(facts, now).map((incident) =>
    without === 'late' ? { ...incident, late: [] } : incident,
  )
  return {
    incidents,
    waiting: waitingIncidents(facts),
    marks: incidents.flatMap((incident) =>
      markedSteps(
        facts,
        without === 'members' ? { id: incident.id, members: [incident.id] } : incident,
      ).map((mark) => ({ ...mark, incident: incident.id })),
    ),
    people: worriedOrNot(foldPeople(readWithout(people, without, personSubject)), without),
    counted: countPeople(people, now, without),
  }
}

function countPeople(
  facts: readonly PersonFact[],
  now: Instant,
  without: IncidentAblation | null,
): number {
  const lists =
    without === 'acrossIncidents'
      ? grouped(facts, ({ incident }) => incident)
      : [[0, facts] as const]
  return [...lists]
    .map(([, own]) => contactList(simPeople, foldPeople(own), { ...callTables, now }))
    .flatMap(({ counts }) => Object.values(counts))
    .reduce((sum, count) => sum + count, 0)
}

function worriedOrNot(people: People, without: IncidentAblation | null): People {
  if (without !== 'worry') return people
  const contacts = [...people.contacts].map(([patientId, { shown, beside }]) => {
    const latest = standingOf([shown, ...beside], () => 0)
    return [patientId, latest ?? { shown, beside }] as const
  })
  return { ...people, contacts: new Map(contacts) }
}

/** The facts as a fold without that mechanism would have them. */
function readWithout<Fact extends CoordinationFact | PersonFact>(
  facts: readonly Fact[],
  without: IncidentAblation | null,
  subjectOf: (fact: Fact) => string,
): readonly Fact[] {
  switch (without) {
    case 'replaces':
      return facts.map((fact) => ({ ...fact, replaces: [] }))
    case 'causality': {
      const all = [...uniqueFacts(facts).values()]
      return all.map((fact) => ({
        ...fact,
        replaces: all
          .filter((other) => subjectOf(other) === subjectOf(fact) && other.hlc < fact.hlc)
          .map(({ entryId }) => entryId)
          .toSorted(),
      }))
    }
    case 'undo':
      return facts.filter(({ body }) => body.kind !== 'undone')
    case 'merge':
      return facts.filter(({ body }) => body.kind !== 'merged')
    case 'members':
    case 'worry':
    case 'late':
    case 'pending':
    case 'oneFact':
    case 'clockOffset':
    case 'acrossIncidents':
    case null:
      return facts
  }
}

/** One text for each view, to compare them. */
export function viewText(view: IncidentView): string {
  return JSON.stringify(view, (_, value: unknown) =>
    value instanceof Map ? [...value].toSorted(byKey) : value,
  )
}

function byKey([a]: [unknown, unknown], [b]: [unknown, unknown]): number {
  return String(a) < String(b) ? -1 : 1
}
