import { grouped } from '../base/grouped.ts'
import type { PatientId } from '../base/ids.ts'
import type { Author } from '../base/author.ts'
import type { Standing } from '../facts/standing.ts'
import { nameRanks } from '../lists/name-ranks.ts'
import type { Patient } from '../patient/patient.ts'
import { PriorityLevel } from '../patient/priority-level.ts'
import type { ServiceDefinition, ServiceMeaning } from '../patient/service.ts'
import { type Instant, minutesBetween } from '../time/instant.ts'
import type { FactOf, People } from './people.ts'
import { ContactState } from './person-fact.ts'

/** «Ikke kontaktet»: nobody has said anything of her. It is never concluded that somebody is well. */
export type ShownContact = ContactState | 'notContacted'

/** The services whose patients are called: BST, TRY and HST, VEM, VDT, VLT, in the municipality's own codes. */
export const calledMeanings = [
  'lifeEssentialPower',
  'safetyAlarm',
  'medicineDispenser',
  'digitalSupervision',
  'localisation',
] as const satisfies readonly ServiceMeaning[]
export type CalledMeaning = (typeof calledMeanings)[number]

export type ContactRow = {
  patient: Patient
  /** The lists that she is on. */
  lists: readonly CalledMeaning[]
  state: ShownContact
  /** What the state comes from, and what stands beside it; null for «ikke kontaktet». */
  standing: Standing<FactOf<'contact'>> | null
  by: Author | null
  at: Instant | null
  ageMinutes: number | null
}

export type ContactList = {
  /** Who is left first, the most worrying first; then by priority, name and id. */
  rows: readonly ContactRow[]
  /** Each person once, however many lists she is on. */
  counts: Readonly<Record<ShownContact, number>>
  /** Of each list, how many of its patients are left to reach, and how many there are. */
  byList: Readonly<Record<CalledMeaning, { left: number; all: number }>>
  left: number
  all: number
}

/** The states in which nobody has heard her answer, seen her, or knows where she is. */
const leftStates: readonly ShownContact[] = ['needsVisit', 'noAnswer', 'notContacted']

const stateOrder: readonly ShownContact[] = [
  ...leftStates,
  'dead',
  'transferred',
  'moved',
  'spokenOk',
  'visited',
]

type Tables = { services: readonly ServiceDefinition[]; collator: Intl.Collator }
type Moment = { isInArea: (patient: Patient) => boolean; now: Instant }

/** «Ikke fått kontakt»: the patients of the area who depend on what has failed, and what is known of each. */
export function contactList(
  patients: readonly Patient[],
  people: Pick<People, 'contacts'>,
  context: Tables & Moment,
): ContactList {
  return prepareContactList(patients, context)(people, context)
}

/** The same for a screen that shows it again after every call: names and services are looked up once. */
export function prepareContactList(
  patients: readonly Patient[],
  { services, collator }: Tables,
): (people: Pick<People, 'contacts'>, moment: Moment) => ContactList {
  const listsOf = listsByServices(services)
  const called = patients
    .map((patient) => ({ patient, lists: listsOf(patient), level: levelPlace(patient) }))
    // Of somebody whom no list has nobody knows what she depends on.
    .filter(({ patient, lists }) => lists.length > 0 || patient.temporary !== undefined)
  const ranks = nameRanks(
    called.map(({ patient }) => patient),
    collator,
  )
  const inOrder = called.toSorted(
    (a, b) => a.level - b.level || (ranks.get(a.patient.id) ?? 0) - (ranks.get(b.patient.id) ?? 0),
  )
  return ({ contacts }, { isInArea, now }) => {
    const rows = inOrder
      .filter(({ patient }) => isInArea(patient))
      .map(({ patient, lists }) => contactRow(patient, lists, contacts, now))
    const byState = grouped(rows, ({ state }) => state)
    return {
      rows: stateOrder.flatMap((state) => byState.get(state) ?? []),
      ...countRows(rows, byState),
    }
  }
}

export function isLeft({ state }: Pick<ContactRow, 'state'>): boolean {
  return leftStates.includes(state)
}

function contactRow(
  patient: Patient,
  lists: readonly CalledMeaning[],
  contacts: ReadonlyMap<PatientId, Standing<FactOf<'contact'>>>,
  now: Instant,
): ContactRow {
  const standing = contacts.get(patient.id) ?? null
  if (standing === null) {
    const nothing = { standing: null, by: null, at: null, ageMinutes: null }
    return { patient, lists, state: 'notContacted', ...nothing }
  }
  const { shown } = standing
  return {
    patient,
    lists,
    state: shown.body.state,
    standing,
    by: shown.author,
    at: shown.at,
    ageMinutes: Math.max(0, minutesBetween(shown.at, now)),
  }
}

function listsByServices(
  services: readonly ServiceDefinition[],
): (patient: Patient) => CalledMeaning[] {
  const codes = calledMeanings.map((meaning) => ({
    meaning,
    codes: new Set(
      services.filter((service) => service.meaning === meaning).map(({ code }) => code),
    ),
  }))
  return (patient) =>
    codes
      .filter((list) => patient.services.some((code) => list.codes.has(code)))
      .map(({ meaning }) => meaning)
}

/** A patient who is not assessed counts as P1. */
function levelPlace({ priority }: Patient): number {
  return PriorityLevel.options.indexOf(priority?.level ?? 'P1')
}

function countRows(
  rows: readonly ContactRow[],
  byState: ReadonlyMap<ShownContact, readonly ContactRow[]>,
): Omit<ContactList, 'rows'> {
  const of = (state: ShownContact) => byState.get(state)?.length ?? 0
  const byList = {
    lifeEssentialPower: { left: 0, all: 0 },
    safetyAlarm: { left: 0, all: 0 },
    medicineDispenser: { left: 0, all: 0 },
    digitalSupervision: { left: 0, all: 0 },
    localisation: { left: 0, all: 0 },
  }
  for (const row of rows) {
    for (const list of row.lists) {
      byList[list].all += 1
      byList[list].left += Number(isLeft(row))
    }
  }
  return {
    counts: {
      notContacted: of('notContacted'),
      noAnswer: of('noAnswer'),
      spokenOk: of('spokenOk'),
      needsVisit: of('needsVisit'),
      visited: of('visited'),
      transferred: of('transferred'),
      moved: of('moved'),
      dead: of('dead'),
    },
    byList,
    left: leftStates.reduce((sum, state) => sum + of(state), 0),
    all: rows.length,
  }
}
