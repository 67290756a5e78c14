import type { Elsewhere, VisitRow, VisitsReading } from '#app/bridge/incident-queries.ts'
import type { EmployeeId, PatientId, ZoneId } from '#domain/base/ids.ts'
import { inArea } from '#domain/incidents/in-area.ts'
import { compareNamesAndIds } from '#domain/lists/name-order.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { visitKeyText } from '#domain/people/keys.ts'
import type { VisitState } from '#domain/people/people.ts'
import type { VisitKey } from '#domain/people/person-fact.ts'
import type { PlannedVisit } from '#domain/people/visits/planned-visits.ts'
import { isUnmet } from '#domain/people/visits/unmet-visits.ts'
import type { Moment } from './countdown-rows.ts'
import { type DueSources, visitDue } from './visit-due.ts'

export type VisitGround = Moment & {
  me: EmployeeId
  /** Of all the employee's zones. */
  patientsById: ReadonlyMap<PatientId, Patient>
  planned: readonly PlannedVisit[]
  /** Null for all zones. */
  zone: ZoneId | null
  due: DueSources
  elsewhere(zone: ZoneId): Elsewhere
  collator: Intl.Collator
}

/**
 * The visits of an incident: those that somebody has said something of, those that the shift has planned in the area, and
 * one to each patient who needs one.
 */
export function visitsReading(ground: VisitGround): VisitsReading {
  const rows = visitsOf(ground).map((visit) => rowOf(visit, ground))
  const isMine = ({ state }: VisitRow) =>
    state.holder?.employeeId === ground.me || isOfferedTo(state, ground.me)
  const open = rows.filter((row) => !isEnded(row)).toSorted(rowOrder(ground.collator))
  return {
    mine: open.filter(isMine),
    free: open.filter((row) => !isMine(row) && row.state.holder === null),
    others: open.filter((row) => !isMine(row) && row.state.holder !== null),
    ended: rows.filter(isEnded).toSorted(newestFirst),
    unmet: open.filter(({ state, planned }) => isUnmet(state, planned?.staff ?? 1)).length,
  }
}

type FoundVisit = { key: VisitKey; zone: ZoneId; planned: PlannedVisit | null }

function visitsOf({ people, planned, patientsById, zone, incident }: VisitGround): FoundVisit[] {
  const found = new Map<string, FoundVisit>()
  const isInside = inArea(incident.area)
  for (const visit of planned) {
    const patient = patientsById.get(visit.key.patientId)
    if (patient !== undefined && !isInside(patient)) continue
    // The shift had made those by then.
    if (visit.dueAt !== null && visit.dueAt < incident.startsAt) continue
    found.set(visitKeyText(visit.key), { key: visit.key, zone: visit.zone, planned: visit })
  }
  for (const [text, { key, ...state }] of people.visits) {
    const said = state.ended ?? state.taken ?? state.offered
    if (said !== null && !found.has(text)) {
      found.set(text, { key, zone: said.shown.zone, planned: null })
    }
  }
  for (const [patientId, { shown }] of people.contacts) {
    const key: VisitKey = { patientId, planned: null }
    const text = visitKeyText(key)
    if (shown.body.state === 'needsVisit' && !found.has(text)) {
      found.set(text, { key, zone: shown.zone, planned: null })
    }
  }
  return [...found.values()].filter(
    (visit) =>
      zone === null || (patientsById.get(visit.key.patientId)?.zone ?? visit.zone) === zone,
  )
}

function rowOf({ key, zone, planned }: FoundVisit, ground: VisitGround): VisitRow {
  const { people, patientsById, due, elsewhere } = ground
  const state = people.visits.get(visitKeyText(key)) ?? nothingSaid(key)
  const patient = patientsById.get(key.patientId) ?? null
  const contact = people.contacts.get(key.patientId) ?? null
  return {
    state,
    patient,
    elsewhere: patient === null ? elsewhere(zone) : null,
    planned: planned?.visit ?? null,
    contact,
    due: visitDue({ key, planned, patient, contact }, due),
  }
}

function nothingSaid(key: VisitKey): VisitState {
  return { key, holder: null, offered: null, taken: null, ended: null, needsTwo: false }
}

function isOfferedTo({ offered }: VisitState, me: EmployeeId): boolean {
  return offered?.shown.body.to.employeeId === me
}

/** Done by anyone is done, until somebody says later that another visit is needed. Nobody drives to who is not there. */
function isEnded({ state: { key, ended }, contact }: VisitRow): boolean {
  const said = contact?.shown
  if (said !== undefined && ['moved', 'transferred', 'dead'].includes(said.body.state)) return true
  if (ended?.shown.body.outcome !== 'done') return false
  const isNeededAgain = said?.body.state === 'needsVisit' && said.hlc > ended.shown.hlc
  return key.planned !== null || !isNeededAgain
}

/** By deadline, those without one last. */
function rowOrder(collator: Intl.Collator): (a: VisitRow, b: VisitRow) => number {
  const compareNames = (a: Patient | null, b: Patient | null) =>
    a === null || b === null
      ? Number(a === null) - Number(b === null)
      : compareNamesAndIds(a, b, collator)
  return (a, b) =>
    compareText(a.due?.at ?? '9', b.due?.at ?? '9') ||
    compareNames(a.patient, b.patient) ||
    compareText(visitKeyText(a.state.key), visitKeyText(b.state.key))
}

function newestFirst(a: VisitRow, b: VisitRow): number {
  return compareText(b.state.ended?.shown.hlc ?? '', a.state.ended?.shown.hlc ?? '')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
