import type { ContactReading, ContactRow } from '#app/bridge/incident-queries.ts'
import { inArea } from '#domain/incidents/in-area.ts'
import { IncidentArea } from '#domain/incidents/coordination-fact.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import {
  type ContactList,
  type ContactRow as KnownRow,
  prepareContactList,
  isLeft,
} from '#domain/people/contact-list.ts'
import type { People } from '#domain/people/people.ts'
import { type Instant, startOfMinute } from '#domain/time/instant.ts'
import type { Moment } from './countdown-rows.ts'
import { type Calling, dealtCalls } from './dealt-calls.ts'
import { keptLast } from '../model/kept.ts'
import { keptForEach, type PatientGround } from '../model/known-patients.ts'
import { listFacts } from './list-facts.ts'

/** Sorts who is to be reached. Names are compared once for each change of the lists or of the area. */
export function keptContactList() {
  const prepare = keptForEach(({ patients, services, collator }) =>
    // By what the area says: each fold makes another object of it.
    keptLast((area: string) => {
      const isInArea = inArea(IncidentArea.parse(JSON.parse(area)))
      return keptLast(sorted(patients, { services, collator, isInArea }))
    }),
  )
  return (ground: PatientGround, { incident, people, now }: Moment): ContactList =>
    prepare(ground)(JSON.stringify(incident.area))(people, startOfMinute(now))
}

function sorted(...of: Parameters<typeof prepareContactList>) {
  const sort = prepareContactList(...of)
  return (people: People, now: Instant): ContactList => sort({ people, now })
}

type Asked = {
  /** Null for all lists. */
  list: PatientListKind | null
  maxRows: number
  ground: PatientGround
  calling: Calling
  isCalling: boolean
}

/** Of each group the first rows, of the counts all. */
export function contactReading(
  all: ContactList,
  { list, maxRows, ground, calling, isCalling }: Asked,
): ContactReading {
  const rows = list === null ? all.rows : all.rows.filter(({ lists }) => isOn(lists, list))
  const { mine, others, reached, shareOf, ownCallOf, dealtAt } = dealtCalls(rows, calling)
  const factsOf = listFacts(ground)
  const shown = (some: readonly KnownRow[]): ContactRow[] =>
    some.slice(0, maxRows).map(({ patient, lists, standing }) => ({
      patient,
      lists,
      facts: factsOf(list ?? lists[0] ?? 'all', patient),
      contact: standing,
      caller: shareOf(patient.id)?.caller ?? null,
      mayHaveCalled: shareOf(patient.id)?.mayHaveCalled ?? null,
      mayBeCalledByOthers: ownCallOf(patient.id)?.mayBeCalledByOthers ?? false,
    }))
  return {
    mine: shown(callsFirst(mine)),
    others: shown(callsFirst(others)),
    reached: shown(reached),
    total: { mine: mine.length, others: others.length, reached: reached.length },
    counts: countsOf(rows),
    notReachedByList: Object.fromEntries(
      Object.entries(all.byList).map(([name, { left }]) => [name, left]),
    ),
    isCalling,
    dealtAt,
  }
}

/** Who needs a visit has answered: she is not called, and stands in nobody's way who is. */
function callsFirst(rows: readonly KnownRow[]): KnownRow[] {
  return [
    ...rows.filter(({ state }) => state !== 'needsVisit'),
    ...rows.filter(({ state }) => state === 'needsVisit'),
  ]
}

function countsOf(rows: readonly KnownRow[]): ContactReading['counts'] {
  const byState: ContactReading['counts']['byState'] = {
    notContacted: 0,
    noAnswer: 0,
    spokenOk: 0,
    needsVisit: 0,
    visited: 0,
    transferred: 0,
    moved: 0,
    dead: 0,
  }
  for (const { state } of rows) byState[state] += 1
  return { people: rows.length, notReached: rows.filter(isLeft).length, byState }
}

function isOn(lists: readonly PatientListKind[], list: PatientListKind): boolean {
  return lists.includes(list)
}
