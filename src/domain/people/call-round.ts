import type { EmployeeId, IncidentId, PatientId, ZoneId } from '../base/ids.ts'
import { inArea } from '../incidents/in-area.ts'
import type { Incident } from '../incidents/incident.ts'
import type { PatientListKind } from '../lists/patient-list.ts'
import type { Patient } from '../patient/patient.ts'
import type { ServiceDefinition } from '../patient/service.ts'
import type { Instant } from '../time/instant.ts'
import type { Caller, CallRound } from './call-shares.ts'
import { callingFacts } from './callers.ts'
import { type ContactRow, contactList } from './contact-list.ts'
import { foldPeople } from './fold-people.ts'
import type { FactOf } from './people.ts'
import { isPersonFact } from './person-fact-of.ts'
import type { PersonFact } from './person-fact.ts'

/** What a zone's calls are dealt from. */
export type CallGround = {
  zone: ZoneId
  /** All facts about the zone's patients. */
  facts: readonly PersonFact[]
  incidents: readonly Incident[]
  patients: readonly Patient[]
  services: readonly ServiceDefinition[]
  /** When the phone was last heard with which somebody calls. */
  lastHeardAt: ReadonlyMap<EmployeeId, Instant>
  collator: Intl.Collator
  now: Instant
}

/** The lists that somebody has called down. */
export function calledLists(facts: readonly PersonFact[]): PatientListKind[] {
  const calling = facts.filter((fact) => isPersonFact(fact, 'calling'))
  return [...new Set(calling.map(({ body }) => body.list))]
}

/**
 * Who calls down a list, and who waits to be called. Nobody calls for an incident that is over, and what was said during
 * one says nothing of tonight.
 */
export function callRound(list: PatientListKind, ground: CallGround): CallRound {
  const { zone, facts, incidents, now } = ground
  const over = new Set<IncidentId>(
    incidents.filter(({ standing }) => standing === 'closed').flatMap(({ members }) => members),
  )
  const said = [...callingFacts(facts, list).values()]
  const calling = said.filter(({ body, incident }) => body.isCalling && !over.has(incident))
  const counting = facts.filter(
    ({ body, incident }) => body.kind === 'undone' || !over.has(incident),
  )
  return {
    zone,
    list,
    waiting: waitingOn(list, { ...ground, facts: counting }, calling),
    callers: said.map((fact) => callerOf(fact, calling.includes(fact), ground)),
    now,
  }
}

function callerOf(
  { author, at, receivedAt }: FactOf<'calling'>,
  isCalling: boolean,
  { lastHeardAt }: CallGround,
): Caller {
  const { employeeId, name } = author
  return {
    person: { employeeId, name },
    lastHeardAt: lastHeardAt.get(employeeId) ?? receivedAt ?? at,
    isCalling,
  }
}

function waitingOn(
  list: PatientListKind,
  { facts, incidents, patients, services, collator, now }: CallGround,
  calling: readonly FactOf<'calling'>[],
): PatientId[] {
  const areas = calling.map(
    ({ incident }) => incidents.find(({ members }) => members.includes(incident))?.area ?? null,
  )
  const insides = areas.map((area) => (area === null ? () => true : inArea(area)))
  const context = {
    services,
    // Of an incident whose start has not come, nobody knows yet where it is not.
    isInArea: (patient: Patient) => insides.some((isInside) => isInside(patient)),
    now,
    collator,
  }
  const { rows } = contactList(patients, foldPeople(facts), context)
  const onList: ContactRow[] = rows.filter(
    ({ lists }) => list === 'all' || lists.some((name) => name === list),
  )
  const inState = (state: ContactRow['state']) =>
    onList.filter((row) => row.state === state).map(({ patient }) => patient.id)
  // Whoever did not answer is called again when everybody has been called; a visit is not a call.
  const first = inState('notContacted')
  return first.length > 0 ? first : inState('noAnswer')
}
