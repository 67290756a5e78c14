import type { PatientId } from '../base/ids.ts'
import type { Author } from '../base/author.ts'
import type { Standing } from '../facts/standing.ts'
import { compareNamesAndIds } from '../lists/name-order.ts'
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

/** «Ikke fått kontakt»: the patients of the area who depend on what has failed, and what is known of each. */
export function contactList(
  patients: readonly Patient[],
  people: Pick<People, 'contacts'>,
  {
    services,
    isInArea,
    now,
    collator,
  }: {
    services: readonly ServiceDefinition[]
    isInArea: (patient: Patient) => boolean
    now: Instant
    collator: Intl.Collator
  },
): ContactList {
  const listsOf = listsByServices(services)
  const rows = patients.filter(isInArea).flatMap((patient) => {
    const lists = listsOf(patient)
    return lists.length === 0 ? [] : [contactRow(patient, lists, people.contacts, now)]
  })
  return { rows: rows.toSorted(rowOrder(collator)), ...countRows(rows) }
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

function rowOrder(collator: Intl.Collator): (a: ContactRow, b: ContactRow) => number {
  return (a, b) =>
    stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) ||
    levelPlace(a.patient) - levelPlace(b.patient) ||
    compareNamesAndIds(a.patient, b.patient, collator)
}

/** A patient who is not assessed counts as P1. */
function levelPlace({ priority }: Patient): number {
  return PriorityLevel.options.indexOf(priority?.level ?? 'P1')
}

function countRows(rows: readonly ContactRow[]): Omit<ContactList, 'rows'> {
  const of = (state: ShownContact) => rows.filter((row) => row.state === state).length
  const ofList = (meaning: CalledMeaning) => {
    const own = rows.filter(({ lists }) => lists.includes(meaning))
    return { left: own.filter(isLeft).length, all: own.length }
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
    byList: {
      lifeEssentialPower: ofList('lifeEssentialPower'),
      safetyAlarm: ofList('safetyAlarm'),
      medicineDispenser: ofList('medicineDispenser'),
      digitalSupervision: ofList('digitalSupervision'),
      localisation: ofList('localisation'),
    },
    left: rows.filter(isLeft).length,
    all: rows.length,
  }
}
