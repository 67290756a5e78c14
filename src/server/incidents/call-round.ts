import type { EmployeeId, IncidentId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { inArea } from '#domain/incidents/in-area.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { type Caller, type CallRound, dealShares } from '#domain/people/call-shares.ts'
import { callingFacts } from '#domain/people/callers.ts'
import { type ContactRow, contactList } from '#domain/people/contact-list.ts'
import { foldPeople } from '#domain/people/fold-people.ts'
import type { FactOf } from '#domain/people/people.ts'
import { isPersonFact } from '#domain/people/person-fact-of.ts'
import type { CallShares, PersonFact } from '#domain/people/person-fact.ts'

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

/** Who calls down a list, and who waits to be called. */
type Round = Omit<CallRound, 'waiting'> & {
  /** Whom nobody has called yet. */
  fresh: readonly PatientId[]
  /** Who did not answer. */
  again: readonly PatientId[]
}

/**
 * Deals a list's calls. Nobody calls for an incident that is over, and what was said during one says nothing of tonight.
 * Null when nobody calls: each phone then has the whole list.
 */
export function dealList(
  previous: CallShares | null,
  list: PatientListKind,
  ground: CallGround,
): CallShares | null {
  const round = roundOf(list, ground)
  if (!round.callers.some(({ isCalling }) => isCalling)) return null
  const { fresh, again, ...given } = round
  if (fresh.length === 0) return dealShares(previous, { ...given, waiting: again })
  // Whoever did not answer stays with her caller, and does not count: thirty silent numbers would else fill a share.
  const isSilent = new Set(again)
  const kept = (previous?.shares ?? []).filter(({ patientId }) => isSilent.has(patientId))
  const before = previous && {
    ...previous,
    shares: previous.shares.filter(({ patientId }) => !isSilent.has(patientId)),
  }
  const dealt = dealShares(before, { ...given, waiting: fresh })
  const shares = [...dealt.shares, ...kept]
  const isSame = previous !== null && canonicalJson(shares) === canonicalJson(previous.shares)
  return isSame ? previous : { ...dealt, dealtAt: ground.now, shares }
}

function roundOf(list: PatientListKind, ground: CallGround): Round {
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
    ...waitingOn(list, { ...ground, facts: counting }, calling),
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
): Pick<Round, 'fresh' | 'again'> {
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
  // Whoever needs a visit is on the visit list instead.
  return { fresh: inState('notContacted'), again: inState('noAnswer') }
}
