import type {
  ActionCard,
  CardCode,
  CardRole,
  CardStep,
  TimedThreshold,
} from '#domain/cards/action-card.ts'
import type { Away } from '#domain/amendments/standing-amendments.ts'
import type { EmployeeId, EntryId, IncidentId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import type { Incident, MarkedStep } from '#domain/incidents/incident.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { RowFact } from '#domain/lists/row-facts.ts'
import type { Visit } from '#domain/lists/work-list.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { AlarmLineCounts } from '#domain/patient/alarm-lines.ts'
import type { PriorityLevel } from '#domain/patient/priority-level.ts'
import type { CountdownSlot } from '#domain/people/countdown.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import type { ContactState, PersonFact } from '#domain/people/person-fact.ts'
import type { DoseState, FactOf, VisitState } from '#domain/people/people.ts'
import type { Standing } from '#domain/facts/standing.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Street } from '#domain/people/streets.ts'
import type { ZoneSums } from '#domain/people/counting/zone-sums.ts'
import type { ZonePlan } from '#domain/contacts/zone-plan.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import type { LateNeeds } from '#domain/people/counting/late-needs.ts'
import type { ZoneChoice } from './device-reader.ts'
import type { Reading } from './reading.ts'

export type IncidentsReading = {
  /** Open ones first, newest start first; closed ones for 14 days. */
  incidents: readonly Incident[]
  /** Pairs that may be one: they started within the hour, in the same place. */
  maybeOne: readonly { one: IncidentId; other: IncidentId }[]
  /** Closed ones in which somebody is found to need a visit whom the closing did not know of. */
  lateNeeds: readonly LateNeeds[]
  /** Until when all phones that the server has heard of agree: the newest fetching of `coordination`. */
  lastShared: Instant | null
}

/** A step of a card in use, with its deadline and what somebody has said of it. */
export type RunningStep = {
  card: CardCode
  step: CardStep
  /** The zone that it is done in, and marked for; null for one that is the municipality's. */
  zone: ZoneId | null
  /** Null for a step without a deadline, and while the start is not known. */
  dueAt: Instant | null
  urgency: 'upcoming' | 'due' | 'overdue' | 'marked'
  marked: MarkedStep['standing'] | null
}

export type RunningCard = {
  incident: Incident
  card: ActionCard
  /** Whether the phone's card is of another version than the incident was started with. */
  isOtherVersion: boolean
  /** Soonest first. */
  thresholds: readonly { threshold: TimedThreshold; at: Instant; isReached: boolean }[]
  phases: readonly { title: string; until: Instant | null; steps: readonly RunningStep[] }[]
}

/** One device of a patient in the countdown. */
export type CountdownRow = {
  patient: Patient
  /** As it is recorded; null when no device is. */
  device: PoweredDevice | null
  level: PriorityLevel
  /** When battery and reserve are empty; null for an unknown battery time. */
  emptyAt: Instant | null
  /** When somebody must have helped; for an unknown battery, by the tolerance of its type. */
  dueAt: Instant
  /** Each instant is in exactly one. */
  slot: CountdownSlot
  /** P1, under two hours, no reserve. */
  isRed: boolean
  /** It is red after this moment, so that a screen that ticks need not ask again; null for a row that never is. */
  redAfter: Instant | null
  mayBeShorter: boolean
  /** When the battery was swapped or measured last. */
  measuredAt: Instant | null
  /** Whether somebody is with the patient; null while nobody has said. */
  someoneThere: boolean | null
  /** Device, battery, reserve, who is there: what the list of power shows of the row. */
  facts: readonly RowFact[]
  contact: Standing<FactOf<'contact'>> | null
  lastFinding: FactOf<'power'> | null
}

export type CountdownReading = {
  known: readonly CountdownRow[]
  unknown: readonly CountdownRow[]
  /** Who is in the area and not counted down: where there is power, and who is moved, transferred or dead. */
  withPower: readonly Patient[]
  elsewhere: readonly Patient[]
  /** All rows, also those beyond the asked number. `people` are those who are counted down. */
  total: {
    known: number
    unknown: number
    people: number
    red: number
    withPower: number
    elsewhere: number
  }
}

export type ContactRow = {
  patient: Patient
  lists: readonly PatientListKind[]
  facts: readonly RowFact[]
  contact: Standing<FactOf<'contact'>> | null
  /** Who calls this one, as the server dealt it; null while nobody does. */
  caller: { employeeId: EmployeeId; name: string } | null
  mayHaveCalled: { employeeId: EmployeeId; name: string } | null
  /** Hers, but the server has not heard from this phone for so long that somebody else may have got the patient. */
  mayBeCalledByOthers: boolean
}

export type ContactReading = {
  /**
   * Hers to call, in order, and last who needs a visit; then those of others and of nobody, then the reached ones. Of each the first rows. Until the
   * server has dealt shares, everybody is hers.
   */
  mine: readonly ContactRow[]
  others: readonly ContactRow[]
  reached: readonly ContactRow[]
  /** All rows, also those beyond the asked number. */
  total: { mine: number; others: number; reached: number }
  /** People, not rows: each once, whatever the number of lists. */
  counts: {
    people: number
    notReached: number
    byState: Record<ContactState | 'notContacted', number>
  }
  /** Where those of the people not reached are who are not at home, as somebody has signed since the list was made. */
  away: readonly Away[]
  notReachedByList: Partial<Record<PatientListKind, number>>
  /** Of the asked list, through whom the alarms of those who are not reached send. */
  notReachedByAlarmLine: AlarmLineCounts
  isCalling: boolean
  dealtAt: Instant | null
}

/** Whom to ask about a patient who is not on this phone. Null where the phone does not know. */
export type Elsewhere = {
  /** One that no list of zones on this phone has is named by its id. */
  zone: { id: ZoneId; name: ZoneName } | null
  phone: string | null
  /** Who answers it, as the municipality's contacts say: «HDU-vakt». */
  role: string | null
}

export type VisitRow = {
  state: VisitState
  /** Null for one who is not on this phone. */
  patient: Patient | null
  /** Whom to ask when `patient` is null. */
  elsewhere: Elsewhere | null
  /** The visit as the work list has it; null for one that the incident made. */
  planned: Visit | null
  contact: Standing<FactOf<'contact'>> | null
  /** The recorded deadline that orders the list, and why; null when none is known. */
  due: { at: Instant; because: 'power' | 'dose' | 'needsVisit' | 'planned' } | null
}

export type VisitsReading = {
  mine: readonly VisitRow[]
  free: readonly VisitRow[]
  others: readonly VisitRow[]
  ended: readonly VisitRow[]
  /** Visits that need two and have nobody, or one. */
  unmet: number
}

/** All that an incident says of one patient, newest first. */
export type PersonReading = {
  patient: Patient
  rows: readonly CountdownRow[]
  contact: Standing<FactOf<'contact'>> | null
  visits: readonly VisitState[]
  doses: readonly DoseState[]
  history: readonly PersonFact[]
}

/** A zone of an incident, with what the server has counted there. */
export type ZoneOfIncident = {
  zone: { id: ZoneId; name: ZoneName }
  /** Whether this phone has what is said of the zone's people. */
  isHere: boolean
  /** Null before the server has counted. */
  sums: ZoneSums | null
  /** Whom to ask about its people. */
  whom: Pick<Elsewhere, 'phone' | 'role'>
}

/** What the front page shows while something is down. */
export type IncidentBoard = {
  incident: Incident
  emptyFirst: CountdownReading
  contact: { people: number; notReached: number }
  tasks: { left: number; overdue: number }
  /** Whom to call next, if anybody. */
  next: { patientId: PatientId; fact: EntryId | null } | null
}

/** What the screens of an incident ask. Own facts count before the server has them. */
export interface IncidentQueries {
  incidents(): Promise<Reading<IncidentsReading>>
  /** Null when no incident has this id. */
  board(
    incident: IncidentId,
    role: CardRole,
    zone: ZoneChoice,
  ): Promise<Reading<IncidentBoard | null>>
  runningCard(
    incident: IncidentId,
    code: CardCode,
    zone: ZoneId | null,
  ): Promise<Reading<RunningCard | null>>
  /** The steps of all cards in use, soonest first, those marked last. */
  tasks(
    incident: IncidentId,
    role: CardRole | null,
    zone: ZoneId | null,
  ): Promise<Reading<RunningStep[]>>
  countdown(
    incident: IncidentId,
    zone: ZoneChoice,
    maxRows: number,
  ): Promise<Reading<CountdownReading>>
  /** The countdown of an outage in these zones that would begin then. It is neither incident nor exercise. */
  ifPowerGoes(
    startsAt: Instant,
    zone: ZoneChoice,
    maxRows: number,
  ): Promise<Reading<CountdownReading>>
  /** Null for all lists at once. All rows when no number is said. */
  contactList(
    incident: IncidentId,
    list: PatientListKind | null,
    zone: ZoneChoice,
    maxRows?: number,
  ): Promise<Reading<ContactReading>>
  /**
   * Whom to call next of all on the countdown, or of a list: hers, else one that nobody has been dealt. Null when nobody is
   * left whose number the phone has, or who did not answer may not be tried again yet.
   */
  nextOnList(
    incident: IncidentId,
    list: PatientListKind | 'countdown',
    zone: ZoneChoice,
  ): Promise<Reading<Patient | null>>
  visits(incident: IncidentId, zone: ZoneChoice): Promise<Reading<VisitsReading>>
  /** Null for one who is not on this phone. */
  person(incident: IncidentId, patientId: PatientId): Promise<Reading<PersonReading | null>>
  /** Where somebody on this phone lives, with what the incident says of the power there. Protected addresses are not among them. */
  streets(
    zones: readonly ZoneId[],
    incident: IncidentId | null,
  ): Promise<Reading<readonly Street[]>>
  /** All that is said of an incident and that stands, newest first. */
  history(incident: IncidentId): Promise<Reading<readonly CoordinationFact[]>>
  /** The zones that it is in, in the order of their names; the sums are the server's. */
  zones(incident: IncidentId): Promise<Reading<readonly ZoneOfIncident[]>>
  /** Null for a patient who is on this phone. */
  whereIs(patientId: PatientId): Promise<Reading<Elsewhere | null>>
  /**
   * The confirmed incident by which a card of the zone is opened, and nobody is asked for a reason; null for none. The
   * opening is logged with it.
   */
  openingReason(zone: ZoneId): Promise<Reading<IncidentId | null>>
  /** Whether a confirmed incident holds updates of the app: then they are offered at shift change. */
  holdsUpdates(): Promise<Reading<boolean>>
  /** What her zones have agreed on for when nobody can be reached, if this phone has heard nothing for that long. */
  plansInForce(): Promise<Reading<ZonePlan[]>>
  /** The phone's time, corrected by what the last contact showed of its clock. */
  now(): Promise<Instant>
}
