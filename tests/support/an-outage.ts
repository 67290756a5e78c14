import type {
  ContactReading,
  ContactRow,
  CountdownReading,
  CountdownRow,
  IncidentQueries,
  IncidentsReading,
  PersonReading,
  VisitRow,
  VisitsReading,
} from '#app/bridge/incident-queries.ts'
import { EntryId, ZoneId } from '#domain/base/ids.ts'
import type { Incident } from '#domain/incidents/incident.ts'
import type { RowFact } from '#domain/lists/row-facts.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { Instant, plusMinutes } from '#domain/time/instant.ts'
import { aDevice, aPatient, aPatientId } from './a-patient.ts'
import { eva, incidentId } from './a-person-fact.ts'
import { openReading } from './page-bench.tsx'

/** 02:41 in Norway, half an hour before the bench's night. */
export const lostAt = Instant.parse('2026-11-23T01:41:00.000Z')

export const powerOutage: Incident = {
  id: incidentId,
  members: [incidentId],
  standing: 'reported',
  symptoms: ['power'],
  area: { zones: [ZoneId.parse('nord-2')], streets: [] },
  startsAt: lostAt,
  announcedEnd: null,
  level: 1,
  cards: [],
  started: {
    by: eva,
    at: lostAt,
    fact: EntryId.parse('fa000000-0000-4000-8000-999999999999'),
  },
  starts: [],
  confirmed: null,
  closed: null,
  closing: null,
  late: [],
  corrections: new Map(),
}

/** Who is on the lists, by number: each has a telephone of her own. */
export function aNamed(n: number, name: string, fields: Partial<Patient> = {}): Patient {
  const [family = name, given = ''] = name.split(', ')
  return aPatient({
    id: aPatientId(n),
    name: { family, given },
    phone: `900 00 ${String(n).padStart(3, '0')}`,
    ...fields,
  })
}

export function aCountdownRow(
  patient: Patient,
  fields: Partial<CountdownRow> & { minutes?: number | null } = {},
): CountdownRow {
  const { minutes = 60, ...more } = fields
  const emptyAt = minutes === null ? null : plusMinutes(lostAt, minutes)
  return {
    patient,
    device: aDevice(),
    level: 'P3',
    emptyAt,
    dueAt: emptyAt ?? lostAt,
    slot: 'later',
    isRed: false,
    redAfter: null,
    mayBeShorter: false,
    measuredAt: null,
    someoneThere: null,
    facts: facts('Sug', { kind: 'battery', minutes: minutes ?? 0 }),
    contact: null,
    lastFinding: null,
    ...more,
  }
}

export function facts(title: string, ...more: RowFact[]): RowFact[] {
  return [{ kind: 'device', title }, ...more]
}

export function aCountdown(fields: Partial<CountdownReading>): CountdownReading {
  const { known = [], unknown = [], withPower = [], elsewhere = [] } = fields
  const rows = [...known, ...unknown]
  return {
    known,
    unknown,
    withPower,
    elsewhere,
    total: {
      known: known.length,
      unknown: unknown.length,
      people: new Set(rows.map(({ patient }) => patient.id)).size,
      red: rows.filter(({ isRed }) => isRed).length,
      withPower: withPower.length,
      elsewhere: elsewhere.length,
      ...fields.total,
    },
  }
}

export function aContactRow(patient: Patient, fields: Partial<ContactRow> = {}): ContactRow {
  return {
    patient,
    lists: ['safetyAlarm'],
    facts: [],
    contact: null,
    caller: null,
    mayHaveCalled: null,
    mayBeCalledByOthers: false,
    ...fields,
  }
}

export function aContactReading(fields: Partial<ContactReading> = {}): ContactReading {
  const { mine = [], others = [], reached = [] } = fields
  const left = [...mine, ...others]
  const inState = (state: string) =>
    [...left, ...reached].filter(
      ({ contact }) => (contact?.shown.body.state ?? 'notContacted') === state,
    ).length
  return {
    mine,
    others,
    reached,
    away: [],
    total: { mine: mine.length, others: others.length, reached: reached.length },
    counts: {
      people: left.length + reached.length,
      notReached: left.length,
      byState: {
        notContacted: inState('notContacted'),
        noAnswer: inState('noAnswer'),
        spokenOk: inState('spokenOk'),
        needsVisit: inState('needsVisit'),
        visited: inState('visited'),
        transferred: inState('transferred'),
        moved: inState('moved'),
        dead: inState('dead'),
      },
    },
    notReachedByList: { safetyAlarm: left.length },
    notReachedByAlarmLine: { twoSims: 0, byOperator: [], unknown: left.length },
    isCalling: false,
    dealtAt: null,
    ...fields,
  }
}

export function aPerson(patient: Patient, fields: Partial<PersonReading> = {}): PersonReading {
  return { patient, rows: [], contact: null, visits: [], doses: [], history: [], ...fields }
}

export function aVisitRow(patient: Patient | null, fields: Partial<VisitRow> = {}): VisitRow {
  return {
    state: {
      key: { patientId: patient?.id ?? aPatientId(99), planned: null },
      holder: null,
      offered: null,
      taken: null,
      ended: null,
      needsTwo: false,
    },
    patient,
    elsewhere: null,
    planned: null,
    contact: null,
    due: null,
    ...fields,
  }
}

export function someVisits(fields: Partial<VisitsReading>): VisitsReading {
  return { mine: [], free: [], others: [], ended: [], unmet: 0, ...fields }
}

/** What the worker answers while the power is out; the rest is said by the test. */
export function inOutage(
  more: Partial<IncidentQueries> = {},
  incidents: Partial<IncidentsReading> = {},
): Partial<IncidentQueries> {
  return {
    incidents: () =>
      Promise.resolve(
        openReading({
          incidents: [powerOutage],
          maybeOne: [],
          lateNeeds: [],
          lastShared: plusMinutes(lostAt, 17),
          ...incidents,
        }),
      ),
    ...more,
  }
}
