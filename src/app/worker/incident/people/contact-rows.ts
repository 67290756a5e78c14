import type { ContactReading, ContactRow } from '#app/bridge/incident-queries.ts'
import type { Away } from '#domain/amendments/standing-amendments.ts'
import type { PatientId } from '#domain/base/ids.ts'
import { inArea } from '#domain/incidents/in-area.ts'
import { countAlarmLines } from '#domain/patient/alarm-lines.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import {
  type ContactList,
  type ContactRow as KnownRow,
  prepareContactList,
  isLeft,
} from '#domain/people/contact-list.ts'
import type { Moment } from './countdown-rows.ts'
import { type Calling, dealtCalls } from './dealt-calls.ts'
import { keptForEach, type PatientGround } from '../model/known-patients.ts'
import { listFacts } from './list-facts.ts'

/** Sorts who is to be reached. Names are compared once for each change of the lists. */
export function keptContactList() {
  const prepare = keptForEach(({ patients, ...tables }) => prepareContactList(patients, tables))
  return (ground: PatientGround, { incident, people, now }: Moment): ContactList =>
    prepare(ground)(people, { isInArea: inArea(incident.area), now })
}

type Asked = {
  /** Null for all lists. */
  list: PatientListKind | null
  maxRows: number
  ground: PatientGround
  calling: Calling
  isCalling: boolean
  away: ReadonlyMap<PatientId, Away>
}

/** Of each group the first rows, of the counts all. */
export function contactReading(
  all: ContactList,
  { list, maxRows, ground, calling, isCalling, away }: Asked,
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
    away: rows.filter(isLeft).flatMap(({ patient }) => away.get(patient.id) ?? []),
    notReachedByList: Object.fromEntries(
      Object.entries(all.byList).map(([name, { left }]) => [name, left]),
    ),
    notReachedByAlarmLine: countAlarmLines(
      rows
        .filter((row) => isLeft(row) && row.lists.includes('safetyAlarm'))
        .map(({ patient }) => patient),
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
